/** The built package, as a user's program meets it. */
import {execFileSync} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from '@jest/globals';
import {build} from 'esbuild';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program in a process of its own, and answers what it printed. A rejection that nobody handles ends it with an error. */
function run(program: string, type: 'commonjs' | 'module'): string {
    const options = [
        '--unhandled-rejections=strict',
        '--disable-warning=ExperimentalWarning',
        `--input-type=${type}`,
        '--eval',
        program,
    ];
    return execFileSync(process.execPath, options, {cwd: folder, encoding: 'utf8', env: {}});
}

async function bundle(entry: string) {
    const result = await build({
        stdin: {contents: `export * from '${entry}'`, resolveDir: folder},
        bundle: true,
        minify: true,
        format: 'esm',
        platform: 'neutral',
        metafile: true,
        write: false,
    });
    return {text: result.outputFiles[0]?.text ?? '', inputs: Object.keys(result.metafile.inputs)};
}

describe('from CommonJS', () => {
    test.each([
        ['@mionkit/middleware', 'middleware'],
        ['@mionkit/middleware/streaming', 'streamingMiddleware'],
        ['@mionkit/middleware/util', 'processCache,getInternal,createError'],
    ])('require(%p) gives %s', (entry, names) => {
        const program = `const {${names}} = require('${entry}'); console.log([${names}].map((fn) => typeof fn).join());`;
        expect(run(program, 'commonjs').trim()).toBe(names.replace(/\w+/g, 'function'));
    });

    test('a Lambda handler is exported and works', () => {
        const program = `
            const {middleware} = require('@mionkit/middleware');
            const handler = middleware(async (event) => ({statusCode: 200, body: event.name}))
                .before((request) => { request.event = {name: request.event.name.trim()}; })
                .after(({response}) => ({...response, headers: {'x-id': '1'}}));
            module.exports = {handler};
            module.exports.handler({name: ' Ada '}, {}).then((response) => console.log(JSON.stringify(response)));
        `;
        expect(JSON.parse(run(program, 'commonjs'))).toEqual({statusCode: 200, body: 'Ada', headers: {'x-id': '1'}});
    });
});

test('a promise that is rejected when nobody waits for it any more is not unhandled', () => {
    const program = `
        import {middleware} from '@mionkit/middleware';
        import {processCache} from '@mionkit/middleware/util';
        const waiting = [];
        const late = () => new Promise((_, reject) => waiting.push(reject));
        const context = {getRemainingTimeInMillis: () => 20};
        const options = {timeoutEarlyInMillis: 10, timeoutEarlyResponse: () => 'timed out'};
        const results = await Promise.all([
            middleware(late, options)({}, context),
            middleware(() => 'handled', options).before(late)({}, context),
            middleware(async () => 'handled', options).before(async () => { throw new Error('broken'); }).onError(() => 'recovered')({}, context),
            middleware(() => 'handled').around(async (_, next) => { next().catch(() => {}); return 'not waited for'; }).before(late)(),
        ]);
        processCache({cacheExpiry: -1}, () => ({key: late()}));
        processCache({}, () => late());
        for (const reject of waiting) reject(new Error('late'));
        await new Promise((resolve) => setTimeout(resolve, 10));
        console.log(results.join());
    `;
    expect(run(program, 'module').trim()).toBe('timed out,timed out,recovered,not waited for');
});

test('the path that every handler loads imports nothing: no dependency, nothing of Node', async () => {
    const {text, inputs} = await bundle('@mionkit/middleware');
    expect(inputs.filter((file) => file !== '<stdin>' && !file.startsWith('dist/'))).toEqual([]);
    expect(inputs.filter((file) => /streaming|write-response|util/.test(file))).toEqual([]);
    expect(text).not.toMatch(/\bimport\b|\brequire\b|node:/);
    const manifest = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
    expect([manifest.dependencies, manifest.peerDependencies]).toEqual([undefined, undefined]);
});

// Ceilings, a little above what is reached. The goal for the engine is 2 kB.
test.each([
    ['@mionkit/middleware', 2000],
    ['@mionkit/middleware/streaming', 2800],
    ['@mionkit/middleware/util', 2800],
])('%s stays small after gzip: at most %i bytes', async (entry, ceiling) => {
    const {text} = await bundle(entry);
    expect(gzipSync(text, {level: 9}).length).toBeLessThanOrEqual(ceiling);
});
