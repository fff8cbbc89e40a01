import {spawn} from 'node:child_process';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {startRuntimeApi} from './runtime-api.mjs';

const modules = fileURLToPath(new URL('./node_modules', import.meta.url));
const client = join(modules, 'aws-lambda-ric', 'index.mjs');

/** What Lambda's own start script gives to Node, for 512 MB. */
const lambdaFlags = ['--expose-gc', '--max-http-header-size=81920', '--max-semi-space-size=24', '--max-old-space-size=460'];

/** Where the Node of a major version is installed. */
export function findNode(major) {
    return join(modules, `node-${major}`, 'bin', 'node');
}

/**
 * Starts a bundled function the way Lambda does: AWS's runtime client, the handler by name, one event at a time.
 *
 * What the function logs is in `logs`. `stop()` ends it.
 */
export async function startFunction(file, {major = 22, env = {}} = {}) {
    const api = await startRuntimeApi();
    const logs = [];
    const child = spawn(findNode(major), [...lambdaFlags, client, 'index.handler'], {
        cwd: dirname(file),
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
            ...process.env,
            AWS_LAMBDA_RUNTIME_API: api.address,
            AWS_EXECUTION_ENV: `AWS_Lambda_nodejs${major}.x`,
            AWS_LAMBDA_FUNCTION_NAME: 'quick-start',
            AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
            AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
            AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/quick-start',
            AWS_LAMBDA_LOG_STREAM_NAME: '2026/03/01/[$LATEST]0a1b2c3d4e5f60718293a4b5c6d7e8f9',
            LAMBDA_TASK_ROOT: dirname(file),
            _HANDLER: 'index.handler',
            ...env,
        },
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => logs.push(text));
    child.on('exit', (code) => api.fail(new Error(`The runtime ended with ${code}:\n${logs.join('')}`)));
    return {
        pid: child.pid,
        logs,
        idle: api.idle,
        invoke: api.invoke,
        stop: () => {
            child.removeAllListeners('exit');
            child.kill();
            api.close();
        },
    };
}
