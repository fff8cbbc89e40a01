/**
 * `pnpm test:deploy`: what the deployment files promise, as far as that shows without an AWS account.
 *
 * The templates are checked by CDK, `cdk synth` and `serverless package` run, SAM's esbuild step runs with SAM's settings, and every bundle that
 * comes out answers an event. Exits with 1 on the first failure.
 */
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {build} from 'esbuild';

const app = fileURLToPath(new URL('..', import.meta.url));
const deploy = join(app, 'deploy');
const offline = join(app, 'offline');
const out = mkdtempSync(join(tmpdir(), 'quick-start-deploy-'));
// As an HTTP API sends it, no more of it than is read.
const event = {
    rawPath: '/api/v1/utils/sum',
    headers: {'content-type': 'application/json', authorization: 'token'},
    requestContext: {http: {method: 'POST'}},
    body: '[2, 3]',
};

try {
    for (const folder of [deploy, offline]) {
        if (!existsSync(`${folder}/node_modules`)) run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    }
    run(process.execPath, ['scripts/build-lambda.mjs']);
    run('pnpm', ['run', 'build:sources']);
    await check('SAM', checkSam);
    await check('SAM with its own esbuild', checkSamEsbuild);
    await check('CDK', checkCdk);
    await check('Serverless Framework', checkServerless);
} finally {
    rmSync(out, {recursive: true});
}

async function check(what, runCheck) {
    console.log(`ok  ${what}: ${await runCheck()}`);
}

async function checkSam() {
    const {CodeUri, Handler} = readFunction('template.yaml').Properties;
    await assertAnswers(join(app, CodeUri), Handler);
    return 'the template, and the bundle that it names';
}

async function checkSamEsbuild() {
    const {Metadata, Properties} = readFunction('deploy/template-esbuild.yaml');
    const {EntryPoints, Format, OutExtension, Target, Minify, Sourcemap} = Metadata.BuildProperties;
    const outdir = join(out, 'sam');
    await build({
        absWorkingDir: join(deploy, Properties.CodeUri),
        entryPoints: EntryPoints,
        outdir,
        bundle: true,
        platform: 'node',
        format: Format,
        target: Target,
        minify: Minify,
        sourcemap: Sourcemap,
        outExtension: Object.fromEntries(OutExtension.map((pair) => pair.split('='))),
        logLevel: 'error',
    });
    await assertAnswers(outdir, Properties.Handler);
    return 'the template, and what its settings make of the sources from mion build';
}

async function checkCdk() {
    const output = join(out, 'cdk');
    run(process.execPath, [
        `${deploy}/node_modules/aws-cdk/bin/cdk`,
        'synth',
        '--quiet',
        '--app',
        'node deploy/cdk.mjs',
        '--output',
        output,
    ]);
    const {Resources} = JSON.parse(readFileSync(join(output, 'QuickStart.template.json'), 'utf8'));
    const {Properties} = Object.values(Resources).find(({Type}) => Type === 'AWS::Lambda::Function');
    const asset = readdirSync(output).find((name) => name.startsWith('asset.') && existsSync(join(output, name, 'index.mjs')));
    await assertAnswers(join(output, asset), Properties.Handler);
    return `${Object.keys(Resources).length} resources, and the bundle that NodejsFunction made of the sources from mion build`;
}

async function checkServerless() {
    const output = join(out, 'serverless');
    run(process.execPath, [`${offline}/node_modules/serverless/bin/serverless.js`, 'package', '--package', output]);
    const {Resources} = JSON.parse(readFileSync(join(output, 'cloudformation-template-update-stack.json'), 'utf8'));
    const {Handler} = Resources.ApiLambdaFunction.Properties;
    // The names of a zip's files are plain text.
    const archive = readFileSync(join(output, 'quick-start.zip'), 'latin1');
    assert.ok(
        archive.includes('dist/lambda/index.mjs') && !archive.includes('package.json'),
        'the archive holds the bundle alone',
    );
    await assertAnswers(app, Handler);
    return `${Object.keys(Resources).length} resources, and an archive of ${(archive.length / 1024).toFixed(0)} kB`;
}

function readFunction(template) {
    return JSON.parse(run(process.execPath, ['deploy/check-template.mjs', template])).Resources.Api;
}

// Lambda finds `folder/file.name` in folder/file.mjs.
async function assertAnswers(folder, handler) {
    const [file, name] = handler.split('.');
    const module = await import(pathToFileURL(join(folder, `${file}.mjs`)).href);
    const {statusCode, body} = await module[name](event);
    assert.deepEqual([statusCode, body], [200, '{"utils/sum":5}']);
}

function run(command, args, cwd = app) {
    const env = {...process.env, NODE_OPTIONS: '', SLS_TELEMETRY_DISABLED: '1', SLS_NOTIFICATIONS_MODE: 'off'};
    const {status, stdout, stderr} = spawnSync(command, args, {cwd, env, encoding: 'utf8'});
    if (status === 0) return stdout;
    console.error(stdout, stderr);
    throw new Error(`${[command, ...args].join(' ')} ended with ${status}`);
}
