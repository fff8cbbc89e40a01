/**
 * `pnpm test:runtimes [workerd] [bun] [deno]`: the fetch handler in real runtimes, with the conformance suite and the corpus of attacks.
 *
 * The first run installs the runtimes into `binaries`, 350 MB, from a lock file of their own.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {request as sendHttp} from 'node:http';
import {isDeepStrictEqual} from 'node:util';

const folder = new URL('.', import.meta.url);
const binaries = new URL('binaries/', folder);
if (!existsSync(new URL('node_modules', binaries))) runOrExit('npm', ['ci', '--no-audit', '--no-fund'], binaries);
runOrExit(process.execPath, ['build.mjs'], folder);
const {abuseCases, conformanceCases, findViolation, toRawResponse} = await import('./dist/cases.mjs');
const {readVersion, runtimes} = await import('./runtimes.mjs');

const names = process.argv.slice(2);
let failed = 0;
for (const runtime of runtimes.filter(({name}) => names.length === 0 || names.includes(name))) await testRuntime(runtime);
process.exit(failed > 0 ? 1 : 0);

async function testRuntime({name, start, skip}) {
    const {port, stop} = await start();
    const problems = [];
    let passed = 0;
    try {
        for (const one of [...conformanceCases, ...abuseCases]) {
            const reason = one.skip?.fetch ?? skip[one.title];
            if (reason !== undefined) continue;
            const problem = await findProblem(port, one);
            if (problem === undefined) passed++;
            else problems.push(`${one.title}: ${problem}`);
        }
    } finally {
        stop();
    }
    for (const [title, reason] of Object.entries(skip)) console.log(`  ${name} is not asked '${title}': ${reason}`);
    for (const problem of problems) console.log(`  ${name}: ${problem}`);
    console.log(`${name} (${readVersion(name)}): ${passed} passed, ${problems.length} failed`);
    failed += problems.length;
}

async function findProblem(port, {request, response, status}) {
    const actual = await send(port, request);
    if (response === undefined) return actual.status === status ? findViolation(request, actual) : `status ${actual.status}`;
    const {body} = response;
    const length = typeof body === 'string' ? {} : {'content-length': String(Buffer.byteLength(actual.body))};
    const expected = {
        ...response,
        headers: {...response.headers, ...length},
        body: typeof body === 'string' ? body : actual.body,
    };
    if (typeof body !== 'string' && !body.test(actual.body)) return `body ${actual.body.slice(0, 300)}`;
    return isDeepStrictEqual(actual, expected)
        ? undefined
        : `${JSON.stringify(actual).slice(0, 500)}, expected ${JSON.stringify(expected).slice(0, 500)}`;
}

function send(port, {method, target, headers, body}) {
    return new Promise((resolve, reject) => {
        const own = ['host', '127.0.0.1', 'content-length', String(Buffer.byteLength(body)), ...headers];
        const request = sendHttp({port, host: '127.0.0.1', method, path: target, headers: own, agent: false}, (response) => {
            const chunks = [];
            response.on('data', (chunk) => chunks.push(chunk));
            response.on('end', () =>
                resolve(toRawResponse(response.statusCode, response.rawHeaders, Buffer.concat(chunks).toString())),
            );
        });
        request.on('error', reject);
        // A runtime may refuse a large body by its length alone and close the connection, and who is still writing then doesn't get to read the answer.
        request.flushHeaders();
        setTimeout(() => request.end(body), body.length > 65_536 ? 100 : 0);
    });
}

function runOrExit(command, args, cwd) {
    const {status} = spawnSync(command, args, {cwd, stdio: 'inherit'});
    if (status !== 0) process.exit(status ?? 1);
}
