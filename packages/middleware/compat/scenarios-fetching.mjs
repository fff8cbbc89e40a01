/** The middlewares of Middy that fetch, with the SDK's clients mocked. */
import assert from 'node:assert/strict';
import {GetSecretValueCommand, SecretsManagerClient} from '@aws-sdk/client-secrets-manager';
import {GetParametersCommand, SSMClient} from '@aws-sdk/client-ssm';
import secretsManager from '@middy/secrets-manager';
import ssm from '@middy/ssm';
import {clearCache} from '@middy/util';
import {middleware as middy} from '@mionkit/middleware';
import {getInternal} from '@mionkit/middleware/util';
import {mockClient} from 'aws-sdk-client-mock';
import {context} from './events.mjs';

const parameters = mockClient(SSMClient);
const secrets = mockClient(SecretsManagerClient);

function reset() {
    clearCache();
    parameters.reset();
    secrets.reset();
}

export const scenarios = [
    {
        package: '@middy/ssm',
        notes: 'our `getInternal` reads what it leaves in `internal`; its types of context and internal accumulate',
        'parameters are fetched once, ahead of the first request, and wait in `internal`': async () => {
            reset();
            parameters.on(GetParametersCommand).resolves({Parameters: [{Name: '/db/password', Value: 'secret'}]});
            const handler = middy(async (_, {password}) => password)
                .use(ssm({AwsClient: SSMClient, fetchData: {password: '/db/password'}, cacheExpiry: -1}))
                .before(async (request) => void Object.assign(request.context, await getInternal(['password'], request)));
            assert.deepEqual([await handler({}, context()), await handler({}, context())], ['secret', 'secret']);
            assert.equal(parameters.commandCalls(GetParametersCommand).length, 1);
        },
        'with `setToContext` and without prefetch': async () => {
            reset();
            parameters.on(GetParametersCommand).resolves({Parameters: [{Name: '/db/password', Value: 'secret'}]});
            const fetch = ssm({
                AwsClient: SSMClient,
                fetchData: {password: '/db/password'},
                disablePrefetch: true,
                setToContext: true,
            });
            assert.equal(await middy(async (_, {password}) => password).use(fetch)({}, context()), 'secret');
        },
        'a failing fetch is an error of the invocation that needs it': async () => {
            reset();
            parameters.on(GetParametersCommand).rejects(new Error('no access'));
            const fetch = ssm({
                AwsClient: SSMClient,
                fetchData: {password: '/db/password'},
                disablePrefetch: true,
                setToContext: true,
            });
            const handler = middy(async () => 'handled').use(fetch);
            await assert.rejects(handler({}, context()));
            assert.equal(await handler.onError(() => 'recovered')({}, context()), 'recovered');
        },
    },
    {
        package: '@middy/secrets-manager',
        notes: 'as ssm; two instances need a `cacheKey` each, since Middy’s default is the package’s name',
        'secrets are fetched once, and parsed': async () => {
            reset();
            secrets.on(GetSecretValueCommand).resolves({SecretString: '{"user":"ada"}'});
            const fetch = secretsManager({AwsClient: SecretsManagerClient, fetchData: {db: 'prod/db'}, setToContext: true});
            const handler = middy(async (_, {db}) => db.user).use(fetch);
            assert.deepEqual([await handler({}, context()), await handler({}, context())], ['ada', 'ada']);
            assert.equal(secrets.commandCalls(GetSecretValueCommand).length, 1);
        },
    },
];
