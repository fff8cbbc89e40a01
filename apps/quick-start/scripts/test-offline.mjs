/**
 * `pnpm test:offline`: the bundled API behind serverless-offline, an API Gateway that nobody here wrote, called with the typed client.
 *
 * A REST API, and an HTTP API with both payload formats. Exits with 1 on the first failure.
 */
import assert from 'node:assert/strict';
import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import {cpSync, existsSync} from 'node:fs';
import {setTimeout as wait} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import {initClient} from '@mionkit/client';
import {findFreePort} from '../test/find-free-port.ts';

const app = fileURLToPath(new URL('..', import.meta.url));
const folder = fileURLToPath(new URL('../offline', import.meta.url));
const startSeconds = 60;

if (!existsSync(`${folder}/node_modules`)) runOrExit('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
runOrExit(process.execPath, ['scripts/build-lambda.mjs'], app);
cpSync(`${app}/dist/lambda`, `${folder}/dist`, {recursive: true});

await withGateway('2.0', async (origin) => {
    await check('REST API', `${origin}/dev`);
    await check('HTTP API, payload format 2.0', origin);
});
await withGateway('1.0', (origin) => check('HTTP API, payload format 1.0', origin));

async function check(what, baseURL) {
    const {routes, hooks} = initClient({baseURL, prefix: 'api/v1'});
    const auth = hooks.auth('token');
    const user = await routes.users.create({name: 'Zoë', surname: '😀'}).call(auth);
    assert.deepEqual(await routes.users.getById(user.id).call(auth), {id: user.id, name: 'Zoë', surname: '😀'});
    const date = new Date('2026-03-01T09:15:00Z');
    const order = await routes.orders.create({date, userId: user.id, totalUSD: 99.5}).call(auth);
    assert.deepEqual((await routes.orders.getById(order.id).call(auth)).date, date);
    await assert.rejects(routes.utils.sum(2, 3).call(), {name: 'Unauthorized', statusCode: 401});
    await assert.rejects(routes.utils.sum(2, '3').call(auth), {name: 'Validation Error'});
    await assert.rejects(routes.users.getById('nobody').call(auth), {name: 'Not Found', statusCode: 404});
    console.log(`ok  ${what}: users, orders with dates, 401, 404 and a validation error`);
}

async function withGateway(payloadFormat, run) {
    const [httpPort, lambdaPort] = [await findFreePort(), await findFreePort()];
    const args = ['offline', 'start', '--httpPort', String(httpPort), '--lambdaPort', String(lambdaPort)];
    const child = spawn(process.execPath, ['node_modules/serverless/bin/serverless.js', ...args], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
            ...process.env,
            NODE_OPTIONS: '',
            PAYLOAD_FORMAT: payloadFormat,
            SLS_TELEMETRY_DISABLED: '1',
            SLS_NOTIFICATIONS_MODE: 'off',
        },
    });
    const output = [];
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => output.push(text));
    try {
        await untilListening(child, output);
        await run(`http://localhost:${httpPort}`);
    } catch (error) {
        console.error(output.join(''));
        throw error;
    } finally {
        child.kill('SIGINT');
        await once(child, 'exit');
    }
}

async function untilListening(child, output) {
    for (let tries = 0; tries < startSeconds * 10; tries++) {
        if (output.join('').includes('Server ready')) return;
        if (child.exitCode !== null) break;
        await wait(100);
    }
    throw new Error('serverless-offline did not start');
}

function runOrExit(command, args, cwd) {
    const {status} = spawnSync(command, args, {cwd, stdio: 'inherit'});
    if (status !== 0) process.exit(status ?? 1);
}
