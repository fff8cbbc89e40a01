import {badHelloInput, badOrderInput, helloInput, helloOutput, orderInput, orderOutput} from '../http/order.mjs';

const plain = {toBody: (_call, input) => input, read: (_call, body) => body, refusal: 400};
const mion = {
    toBody: (call, input) => ({[call]: [call === 'hello' ? input.name : input]}),
    read: (call, body) => body[call],
    refusal: 400,
};

/** The handlers that are measured, and how each is called and its answer read. All but the empty one validate the whole input and restore the six dates. */
export const handlers = {
    empty: {source: 'empty.mjs', label: 'empty', answersAnything: true, ...plain},
    bare: {source: 'bare.mjs', label: 'bare, by hand', ...plain},
    mion: {source: 'mion.ts', label: 'mion', ...mion},
    hono: {source: 'hono.mjs', label: 'hono (valibot)', ...plain},
    trpc: {source: 'trpc.mjs', label: 'tRPC (zod)', ...plain, read: (_call, body) => body.result.data},
    powertools: {
        source: 'powertools.mjs',
        label: 'Powertools (zod)',
        ...plain,
        read: (call, body) => (call === 'hello' ? body.message : body),
        refusal: 422,
    },
    fastify: {source: 'fastify.mjs', label: 'fastify (ajv)', ...plain},
    middy: {source: 'middy.mjs', label: 'middy (ajv)', ...plain},
};

/** What is called: good input with its answer, and input that has to be refused. */
export const calls = {
    hello: {input: helloInput, output: helloOutput, bad: badHelloInput},
    update: {input: orderInput, output: orderOutput, bad: badOrderInput},
};
