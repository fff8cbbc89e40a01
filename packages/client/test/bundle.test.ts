import {fileURLToPath} from 'node:url';
import {createContext, runInContext} from 'node:vm';
import {gzipSync} from 'node:zlib';
import {describe, expect, test} from '@jest/globals';
import {buildSync} from 'esbuild';
import {serve} from './serve.ts';
import {router} from './test-api.ts';

function bundle(contents: string, external: string[] = []): string {
    const {outputFiles} = buildSync({
        stdin: {contents, resolveDir: fileURLToPath(new URL('..', import.meta.url))},
        conditions: ['@mionkit/source'],
        bundle: true,
        external,
        minify: true,
        format: external.length > 0 ? 'esm' : 'iife',
        globalName: 'outcome',
        target: 'es2022',
        platform: 'browser',
        write: false,
    });
    return outputFiles[0]?.text ?? '';
}

describe('a program with a minimal call', () => {
    const program = `import {initClient} from './src/index.ts'; initClient({baseURL: ''}).routes.hello().call();`;
    // Imported when a route streams, for the first method with a rare type, and to say what is wrong with a value.
    const later = ['./exchange-stream.ts', '@mionkit/reflection/all-kinds', './explain-misfit.ts'];

    // Ceilings, a little above what is reached. The goal for what it starts with is 4 kB.
    test.each([
        ['what it starts with', later, 5400],
        ['and of that, without the interpreter', [...later, '@mionkit/reflection/*'], 3900],
        ['all that it may ever load', [], 13_300],
    ])('%s is small after gzip', (title, external, ceiling) => {
        const {length} = gzipSync(bundle(program, external), {level: 9});
        console.log(`minimal client, ${title}: ${length} bytes gzip`);
        expect(length).toBeLessThan(ceiling);
    });

    test.each([
        ['streams', 'the stream has no end'],
        ['constraints', 'integer:'],
        ['formats', 'hostname:'],
        ['explanations', 'no duplicate keys'],
    ])('starts without the code of %s', (_, text) => {
        expect(bundle(program)).toContain(text);
        expect(bundle(program, later)).not.toContain(text);
    });

    test('names nothing of Node, and nothing of the server', () => {
        expect(/node:|process\.|require\(|registerRoutes/.exec(bundle(program))).toBeNull();
    });
});

test('runs where only the web’s globals are, and making code from text is forbidden', async () => {
    const server = await serve(router);
    const program = bundle(`
        import {initClient} from './src/index.ts';
        const {routes, hooks} = initClient({baseURL: '${server.baseURL}', prefix: 'api/v1', suffix: '.json'});
        export const user = routes.users.get('1').call().then(({id, born}) => ({id, born: born.toISOString()}));
        export const refused = routes.users.get(1).result().then(({error}) => error.name);
        export const secret = routes.secured.secret().call(hooks.secured.auth('token'));
    `);
    try {
        const web = {fetch, Headers, AbortSignal};
        const context = createContext(web, {codeGeneration: {strings: false, wasm: false}});
        const outcome = runInContext(`${program};outcome`, context);
        expect(await Promise.all([outcome.user, outcome.refused, outcome.secret])).toEqual([
            {id: '1', born: '1815-12-10T00:00:00.000Z'},
            'Validation Error',
            42,
        ]);
    } finally {
        await server.close();
    }
});
