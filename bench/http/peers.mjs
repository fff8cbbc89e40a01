import {badHelloInput, badOrderInput, helloInput, helloOutput, orderInput, orderOutput} from './order.mjs';

const plain = {
    request: (call, input) => ({path: `/${call}`, body: input}),
    read: (_call, body) => body,
};

/** How each server is called, and how its answer is read. All of them validate the whole input and restore the six dates. */
export const peers = {
    mion: {
        file: 'dist/mion.mjs',
        label: 'mion',
        request: (call, input) => ({path: `/${call}`, body: {[call]: [call === 'hello' ? input.name : input]}}),
        read: (call, body) => body[call],
    },
    fastify: {file: 'servers/fastify.mjs', label: 'fastify (ajv)', ...plain},
    hono: {file: 'servers/hono.mjs', label: 'hono (zod)', ...plain},
    express: {file: 'servers/express.mjs', label: 'express (zod)', ...plain},
    orpc: {
        file: 'servers/orpc.mjs',
        label: 'oRPC (zod)',
        request: (call, input) => ({path: `/${call}`, body: {json: input}}),
        read: (_call, body) => body.json,
    },
    trpc: {file: 'servers/trpc.mjs', label: 'tRPC (zod)', request: plain.request, read: (_call, body) => body.result.data},
};

/** The reference that every peer is paired with. */
export const raw = {file: 'servers/raw.mjs', label: 'raw node:http', ...plain};

/** What is measured: good input with its answer, and input that has to be refused. */
export const calls = {
    hello: {input: helloInput, output: helloOutput, bad: badHelloInput},
    update: {input: orderInput, output: orderOutput, bad: badOrderInput},
};
