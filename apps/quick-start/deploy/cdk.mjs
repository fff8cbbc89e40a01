/** A CDK app for the example: `pnpm build:sources`, then `cdk deploy --app 'node deploy/cdk.mjs'`. */
import {fileURLToPath} from 'node:url';
import {App, CfnOutput, Duration, Stack} from 'aws-cdk-lib';
import {HttpApi, HttpMethod} from 'aws-cdk-lib/aws-apigatewayv2';
import {HttpLambdaIntegration} from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import {Architecture, Runtime} from 'aws-cdk-lib/aws-lambda';
import {NodejsFunction, OutputFormat} from 'aws-cdk-lib/aws-lambda-nodejs';
import {LogGroup, RetentionDays} from 'aws-cdk-lib/aws-logs';

const stack = new Stack(new App(), 'QuickStart');

const api = new NodejsFunction(stack, 'Api', {
    // CDK's esbuild takes no plugins, so it gets sources that mion has compiled.
    entry: fileURLToPath(new URL('../dist/sources/serve-aws-lambda.ts', import.meta.url)),
    depsLockFilePath: fileURLToPath(new URL('../../../pnpm-lock.yaml', import.meta.url)),
    handler: 'handler',
    bundling: {format: OutputFormat.ESM, target: 'node22', minify: true, sourceMap: true},
    runtime: Runtime.NODEJS_22_X,
    architecture: Architecture.ARM_64,
    memorySize: 512,
    timeout: Duration.seconds(10),
    logGroup: new LogGroup(stack, 'ApiLogs', {retention: RetentionDays.TWO_WEEKS}),
});

const gateway = new HttpApi(stack, 'Gateway');
gateway.addRoutes({
    path: '/api/{proxy+}',
    methods: [HttpMethod.ANY],
    integration: new HttpLambdaIntegration('ApiIntegration', api),
});

new CfnOutput(stack, 'Url', {value: gateway.apiEndpoint});
