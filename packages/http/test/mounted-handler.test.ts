import {once} from 'node:events';
import {createServer, type RequestListener, type Server} from 'node:http';
import {afterEach, describe, expect, test} from '@jest/globals';
import {createRouter} from '@mionkit/router';
import express from 'express';
import {fastify} from 'fastify';
import {createNodeHandler} from '../src/index.ts';
import {getPort} from './send-raw.ts';

const router = createRouter({prefix: 'api'});
router.registerRoutes({
    hello: (_ctx, name: string) => `Hello ${name}`,
    cookies: (ctx): void => ctx.response.headers.append('set-cookie', ['a=1', 'b=2']),
});

let close = async () => undefined as unknown;
afterEach(() => close());

async function listen(listener: RequestListener): Promise<Server> {
    const server = createServer(listener).listen(0);
    close = () => new Promise((done) => server.close(done));
    await once(server, 'listening');
    return server;
}

function post(port: number, path: string, body = ''): Promise<Response> {
    return fetch(`http://localhost:${port}${path}`, {method: 'POST', headers: {'content-type': 'application/json'}, body});
}

describe('Express', () => {
    test('beside its own routes, with its own headers and cookies', async () => {
        const app = express();
        app.use((_request, response, next) => {
            response.setHeader('x-express', 'yes');
            response.cookie('own', '0');
            next();
        });
        app.get('/own', (_request, response) => void response.send('own'));
        app.use(createNodeHandler(router));
        const port = getPort(await listen(app));
        expect(await (await fetch(`http://localhost:${port}/own`)).text()).toBe('own');
        const response = await post(port, '/api/hello', '["Ada"]');
        expect(await response.json()).toEqual({hello: 'Hello Ada'});
        expect(response.headers.get('x-express')).toBe('yes');
        expect((await post(port, '/api/cookies')).headers.getSetCookie()).toEqual(['a=1', 'b=2']);
        expect((await post(port, '/nowhere')).status).toBe(404);
    });

    test('behind its body parser', async () => {
        const app = express();
        app.use(express.json());
        app.use(createNodeHandler(router));
        const port = getPort(await listen(app));
        expect(await (await post(port, '/api/hello', '{"hello":["Zoë"]}')).json()).toEqual({hello: 'Hello Zoë'});
        expect((await post(port, '/api/cookies')).status).toBe(200);
    });

    test('under a path, which Express takes off', async () => {
        const app = express();
        app.use('/v1', createNodeHandler(router));
        const port = getPort(await listen(app));
        expect((await post(port, '/v1/api/hello', '["Ada"]')).status).toBe(200);
    });
});

describe('Fastify', () => {
    test('gets the requests of a path, unparsed', async () => {
        const app = fastify();
        const handler = createNodeHandler(router);
        app.get('/own', () => 'own');
        await app.register(async (scope) => {
            scope.removeAllContentTypeParsers();
            scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
            scope.all('/api/*', (request, reply) => {
                reply.hijack();
                handler(request.raw, reply.raw);
            });
        });
        await app.listen({port: 0});
        close = () => app.close();
        const port = getPort(app.server);
        expect(await (await fetch(`http://localhost:${port}/own`)).text()).toBe('own');
        expect(await (await post(port, '/api/hello', '["Ada"]')).json()).toEqual({hello: 'Hello Ada'});
        expect((await post(port, '/api/nowhere')).status).toBe(404);
    });
});
