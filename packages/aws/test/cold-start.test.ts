import {expect, test} from '@jest/globals';
import {build} from 'esbuild';
import {loadEvent} from './load-event.ts';
import {createStubRouter} from './stub-router.ts';

// A bundle is made, and the machine may be busy.

// Measured on Lambda's Node: the first touch of one of the fetch globals costs 24 ms, `node:crypto` 4, `node:http` 2.
test('the handler imports nothing from Node', async () => {
    const {metafile} = await build({
        entryPoints: [new URL('../src/index.ts', import.meta.url).pathname],
        bundle: true,
        write: false,
        metafile: true,
        format: 'esm',
        platform: 'node',
        conditions: ['@mionkit/source'],
    });
    const imports = Object.values(metafile.inputs).flatMap((input) => input.imports.map(({path}) => path));
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter((path) => path.startsWith('node:') || path.includes('node_modules'))).toEqual([]);
});

test('a call touches none of the costly globals', async () => {
    const names = ['fetch', 'Request', 'Response', 'Headers', 'FormData', 'ReadableStream', 'crypto', 'Intl', 'AbortController'];
    const events = ['rest-api', 'http-api', 'alb-multi-value', 'lattice-v2'].map(loadEvent);
    const touched: string[] = [];
    const originals = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
    for (const [name, original] of originals) {
        const get = () => {
            touched.push(name);
            return original?.get ? original.get.call(globalThis) : original?.value;
        };
        Object.defineProperty(globalThis, name, {configurable: true, get});
    }
    try {
        const {createLambdaHandler} = await import('../src/lambda-handler.ts');
        const handler = createLambdaHandler(createStubRouter().router);
        for (const event of events) await handler(event);
        expect(touched).toEqual([]);
        // The proof that touching is noticed.
        void globalThis.fetch;
        expect(touched).toEqual(['fetch']);
    } finally {
        for (const [name, original] of originals) if (original) Object.defineProperty(globalThis, name, original);
    }
});
