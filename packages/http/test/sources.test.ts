import {createServer} from 'node:http';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {type CallContext, createRouter, type Routes} from '@mionkit/router';
import {
    createFetchHandler,
    createNodeHandler,
    getFetchPlatform,
    getFetchRequest,
    getNodeRequest,
    getNodeResponse,
} from '../src/index.ts';
import {getPort} from './send-raw.ts';

/** What a route can learn of where its request came from. */
function look(ctx: CallContext): Record<string, string | number | boolean | undefined> {
    return {
        node: getNodeRequest(ctx)?.httpVersion,
        isOpen: getNodeResponse(ctx)?.writable,
        fetch: getFetchRequest(ctx)?.url,
        platform: getFetchPlatform(ctx).length,
    };
}

const routes = {before: {hook: (ctx: CallContext) => look(ctx)}, look} satisfies Routes;
const router = createRouter({maxCallsPerRequest: 2});
router.registerRoutes(routes);

const server = createServer(createNodeHandler(router));
beforeAll(() => new Promise<void>((done) => server.listen(0, done)));
afterAll(() => new Promise((done) => server.close(done)));

const post = {method: 'POST', headers: {'content-type': 'application/json', connection: 'close'}};
const inNode = {node: '1.1', isOpen: true, platform: 0};
const inFetch = {fetch: 'https://example.com/look', platform: 2};

describe('routes and hooks get the request of their platform', () => {
    test('of node', async () => {
        const response = await fetch(`http://localhost:${getPort(server)}/look`, post);
        expect(await response.json()).toEqual({before: inNode, look: inNode});
    });

    test('of a web-standard runtime, with what it gives beside', async () => {
        const response = await createFetchHandler(router)(new Request('https://example.com/look', post), {env: 1}, {ctx: 1});
        expect(await response.json()).toEqual({before: inFetch, look: inFetch});
    });

    test('in several calls of one request', async () => {
        const body = '{"@calls":[{"look":[]}]}';
        const response = await fetch(`http://localhost:${getPort(server)}/mion/calls`, {...post, body});
        expect(await response.json()).toEqual({'@results': [{'@status': 200, before: inNode, look: inNode}]});
    });
});
