import {afterEach, describe, expect, test} from '@jest/globals';
import {type CallContext, createRouter, defaultRouter, type Routes, registerRoutes, resetRouter} from '@mionkit/router';
import {build} from 'esbuild';
import {createFetchHandler} from '../src/index.ts';

const seen: unknown[] = [];
const routes = {
    platform: {
        raw: {rawHook: (_ctx, request, platform) => void seen.push(request.constructor.name, platform)},
        get: (): string => 'x',
    },
    ping: (): string => 'pong',
    wait: async (ctx: CallContext): Promise<string> => {
        await new Promise((done) => ctx.signal.addEventListener('abort', done));
        return 'aborted';
    },
    log: {hook: (ctx): void => void seen.push(ctx.request.internalErrors.map(({message}) => message)), runOnError: true},
} satisfies Routes;
const router = createRouter({maxBodySize: 100});
router.registerRoutes(routes);
const handle = createFetchHandler(router, {defaultResponseHeaders: {'x-a': 'b', 'cache-control': 'public'}});

afterEach(() => {
    seen.length = 0;
});

function post(path: string, init: RequestInit & {duplex?: 'half'} = {}): Request {
    return new Request(`https://example.com${path}`, {
        method: 'POST',
        headers: {'content-type': 'application/json', ...(init.headers as object)},
        ...without(init),
    });
}

function without({headers: _headers, ...init}: RequestInit): RequestInit {
    return init;
}

function toStream(pieces: Iterable<string | Error>, onCancel: () => void = () => undefined): ReadableStream<Uint8Array> {
    const iterator = pieces[Symbol.iterator]();
    return new ReadableStream({
        pull(controller) {
            const {value, done} = iterator.next();
            if (done) controller.close();
            else if (value instanceof Error) controller.error(value);
            else controller.enqueue(new TextEncoder().encode(value));
        },
        cancel: onCancel,
    });
}

describe('bodies', () => {
    test('a stream beyond the limit is cancelled', async () => {
        let pulled = 0;
        let isCancelled = false;
        function* endless() {
            for (; pulled < 1000; pulled++) yield 'x'.repeat(30);
        }
        const body = toStream(endless(), () => {
            isCancelled = true;
        });
        const response = await handle(post('/ping', {body, duplex: 'half'}));
        expect(response.status).toBe(413);
        expect(isCancelled).toBe(true);
        expect(pulled).toBeLessThan(10);
    });

    test('an announced length beyond the limit is refused before anything is read', async () => {
        let pulled = 0;
        function* counted() {
            pulled++;
            yield '[]';
        }
        const response = await handle(
            post('/ping', {body: toStream(counted()), duplex: 'half', headers: {'content-length': '101'}}),
        );
        expect(response.status).toBe(413);
        expect(pulled).toBeLessThan(2);
    });

    test('an announced length that is too small is not believed', async () => {
        const response = await handle(
            post('/ping', {body: toStream(['x'.repeat(101)]), duplex: 'half', headers: {'content-length': '1'}}),
        );
        expect(response.status).toBe(413);
    });

    test('characters are put together across pieces', async () => {
        const bytes = new TextEncoder().encode('["é"]');
        const body = new ReadableStream({
            start(controller) {
                for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
                controller.close();
            },
        });
        const response = await handle(post('/ping', {body, duplex: 'half'}));
        expect(await response.json()).toMatchObject({'@errors': {ping: {name: 'Validation Error'}}});
    });

    test('one that breaks off is a 400, and the hooks that run on errors hear of it', async () => {
        const response = await handle(post('/ping', {body: toStream(['[', new Error('secret')]), duplex: 'half'}));
        expect(response.status).toBe(400);
        expect(await response.text()).not.toContain('secret');
        expect(seen).toHaveLength(1);
    });
});

describe('what a runtime gives', () => {
    test('reaches raw hooks', async () => {
        await handle(post('/platform/get'), {SECRET: 'env'}, 'ctx');
        expect(seen.slice(0, 2)).toEqual(['Request', [{SECRET: 'env'}, 'ctx']]);
    });

    test('the signal of the request aborts ctx.signal', async () => {
        const controller = new AbortController();
        const pending = handle(post('/wait', {signal: controller.signal}));
        setTimeout(() => controller.abort(), 5);
        expect(await (await pending).json()).toEqual({wait: 'aborted'});
    });

    test('URLs have paths', async () => {
        for (const url of [
            'https://example.com/ping',
            'http://a:8080/ping?x=/y#z',
            'https://example.com/ping#/x?y',
            'https://user:pass@[::1]:1/ping?',
        ]) {
            const request = new Request(url.replace('user:pass@', ''), {
                method: 'POST',
                headers: {'content-type': 'application/json'},
            });
            expect((await handle(request)).status).toBe(200);
        }
    });
});

test('default headers stand on every response, unless a hook or the router set them', async () => {
    const {headers} = await handle(post('/nowhere'));
    expect([headers.get('x-a'), headers.get('cache-control')]).toEqual(['b', 'no-store']);
    expect(() => createFetchHandler(router, {defaultResponseHeaders: {'a b': 'c'}})).toThrow(TypeError);
});

test('without a router it serves the default one', async () => {
    registerRoutes({a: () => 1});
    expect(defaultRouter.getMethodIds()).toEqual(['a']);
    expect(await (await createFetchHandler()(post('/a'))).json()).toEqual({a: 1});
    resetRouter();
});

test('it imports nothing that only Node has', async () => {
    const entry = new URL('../src/fetch-handler.ts', import.meta.url).pathname;
    const {metafile} = await build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        metafile: true,
        format: 'esm',
        platform: 'neutral',
        conditions: ['@mionkit/source'],
    });
    const inputs = Object.keys(metafile.inputs);
    expect(inputs.length).toBeGreaterThan(20);
    expect(inputs.filter((path) => path.startsWith('node:') || path.includes('node_modules'))).toEqual([]);
});
