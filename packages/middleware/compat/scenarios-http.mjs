/** The HTTP middlewares of Middy. */
import assert from 'node:assert/strict';
import contentNegotiation from '@middy/http-content-negotiation';
import cors from '@middy/http-cors';
import httpErrorHandler from '@middy/http-error-handler';
import eventNormalizer from '@middy/http-event-normalizer';
import headerNormalizer from '@middy/http-header-normalizer';
import jsonBodyParser from '@middy/http-json-body-parser';
import multipartBodyParser from '@middy/http-multipart-body-parser';
import partialResponse from '@middy/http-partial-response';
import responseSerializer from '@middy/http-response-serializer';
import securityHeaders from '@middy/http-security-headers';
import urlEncodeBodyParser from '@middy/http-urlencode-body-parser';
import {createError as middyError} from '@middy/util';
import validator from '@middy/validator';
import {transpileSchema} from '@middy/validator/transpile';
import {middleware as middy} from '@mionkit/middleware';
import {createError} from '@mionkit/middleware/util';
import {context, httpEvent, inBothOrders, jsonEvent} from './events.mjs';

const quiet = {logger: false};
const ok = (body = '') => ({statusCode: 200, body});
const invoke = (handler, event) => handler(event, context());

export const scenarios = [
    {
        package: '@middy/http-json-body-parser',
        notes: '`.use<{event: {body: Payment}}>(jsonBodyParser())` types the body',
        'the body is parsed': async () => {
            const handler = middy(async (event) => ok(event.body.name)).use(jsonBodyParser());
            assert.deepEqual(await invoke(handler, jsonEvent({name: 'Ada'})), ok('Ada'));
            const base64 = {body: btoa('{"name":"Ada"}'), isBase64Encoded: true};
            assert.deepEqual(await invoke(handler, {...jsonEvent({}), ...base64}), ok('Ada'));
        },
        'a broken body is a client error, in both orders': () =>
            inBothOrders(async (options) => {
                const handler = middy(async () => ok(), options).use([jsonBodyParser(), httpErrorHandler(quiet)]);
                const {statusCode} = await invoke(handler, jsonEvent('{broken'));
                assert.ok(statusCode === 415 || statusCode === 422);
            }),
    },
    {
        package: '@middy/http-error-handler',
        notes: 'takes our `createError` as well as Middy’s',
        'an HTTP error is exposed, any other is not': () =>
            inBothOrders(async (options) => {
                const handler = middy(async ({error}) => Promise.reject(error), options).use(
                    httpErrorHandler({...quiet, fallbackMessage: 'Sorry'}),
                );
                for (const make of [createError, middyError]) {
                    assert.deepEqual(await handler({error: make(404, 'No such order')}), {
                        ...{statusCode: 404, body: 'No such order', headers: {'Content-Type': 'text/plain'}},
                    });
                }
                const {statusCode, body} = await handler({error: new Error('password is secret')});
                assert.deepEqual([statusCode, body], [500, 'Sorry']);
            }),
        'it leaves a response that is there alone': async () => {
            const recover = {onError: (request) => void Object.assign(request, {response: ok('recovered')})};
            const handler = middy(async () => Promise.reject(createError(404))).use([recover, httpErrorHandler(quiet)]);
            assert.deepEqual(await handler(), ok('recovered'));
        },
    },
    {
        package: '@middy/http-cors',
        notes: 'for error responses attach it after http-error-handler, or before it with `onErrorOrder: "reverse"` (Middy’s order)',
        'headers on a result and on an error response, in both orders': () =>
            inBothOrders(async (options, arrange) => {
                const handler = middy(async ({fail}) => (fail ? Promise.reject(createError(422)) : ok()), options);
                handler.use(arrange(cors({origin: 'https://one.example'}), httpErrorHandler(quiet)));
                for (const fail of [false, true]) {
                    const {statusCode, headers} = await invoke(handler, {...httpEvent(), fail});
                    assert.equal(statusCode, fail ? 422 : 200);
                    assert.equal(headers['Access-Control-Allow-Origin'], 'https://one.example');
                }
            }),
        'it answers a preflight early': async () => {
            const handler = middy(async () => assert.fail('the handler ran'));
            handler.use(cors({origin: '*', disableBeforePreflightResponse: false}));
            const {statusCode, headers} = await invoke(handler, httpEvent({method: 'OPTIONS'}));
            assert.equal(statusCode, 204);
            assert.equal(headers['Access-Control-Allow-Origin'], '*');
        },
    },
    {
        package: '@middy/http-header-normalizer',
        notes: '',
        'header names are lower case': async () => {
            const handler = middy(async ({headers}) => ok(headers['x-id'])).use(headerNormalizer());
            assert.deepEqual(await invoke(handler, httpEvent({headers: {'X-ID': '1'}})), ok('1'));
        },
    },
    {
        package: '@middy/http-security-headers',
        notes: 'order as for http-cors',
        'headers on a result and on an error response, in both orders': () =>
            inBothOrders(async (options, arrange) => {
                const handler = middy(async ({fail}) => (fail ? Promise.reject(createError(403)) : ok()), options);
                handler.use(arrange(securityHeaders(), httpErrorHandler(quiet)));
                for (const fail of [false, true]) {
                    const {headers} = await invoke(handler, {...httpEvent(), fail});
                    assert.match(headers['Strict-Transport-Security'], /max-age/);
                }
            }),
    },
    {
        package: '@middy/http-event-normalizer',
        notes: '',
        'missing parameters are empty objects': async () => {
            const handler = middy(async (event) => [event.queryStringParameters, event.pathParameters]).use(eventNormalizer());
            assert.deepEqual(await invoke(handler, httpEvent()), [{}, {}]);
        },
    },
    {
        package: '@middy/http-response-serializer',
        notes: '`TypedMiddleware<{response: unknown}>` lets the handler return anything',
        'the body is serialized for what the client accepts': async () => {
            const serializers = [
                {regex: /^application\/json$/, serializer: ({body}) => JSON.stringify(body)},
                {regex: /^text\/plain$/, serializer: ({body}) => String(body.name)},
            ];
            const handler = middy(async () => ({name: 'Ada'})).use([
                contentNegotiation({parseCharsets: false, parseEncodings: false, parseLanguages: false}),
                responseSerializer({serializers, defaultContentType: 'application/json'}),
            ]);
            const plain = await invoke(handler, httpEvent({headers: {Accept: 'text/plain'}}));
            assert.deepEqual([plain.body, plain.headers['Content-Type']], ['Ada', 'text/plain']);
            const {body} = await invoke(handler, httpEvent());
            assert.equal(body, '{"name":"Ada"}');
        },
    },
    {
        package: '@middy/http-urlencode-body-parser',
        notes: '',
        'a form is parsed': async () => {
            const handler = middy(async ({body}) => body.name).use(urlEncodeBodyParser());
            const event = httpEvent({headers: {'Content-Type': 'application/x-www-form-urlencoded'}, body: 'name=Ada+L&x=1'});
            assert.equal(await invoke(handler, event), 'Ada L');
        },
    },
    {
        package: '@middy/http-multipart-body-parser',
        notes: 'set `busboy: {limits: {fileSize}}`: without it a file may be as large as the event',
        'fields and files are parsed': async () => {
            const boundary = 'boundary1';
            const part = (head, text) => `--${boundary}\r\nContent-Disposition: form-data; ${head}\r\n\r\n${text}\r\n`;
            const body = `${part('name="title"', 'Notes')}${part('name="file"; filename="a.txt"', 'hello')}--${boundary}--\r\n`;
            const handler = middy(async ({body}) => [body.title, body.file.filename, String(body.file.content)]);
            handler.use(multipartBodyParser());
            const event = httpEvent({headers: {'Content-Type': `multipart/form-data; boundary=${boundary}`}, body});
            assert.deepEqual(await invoke(handler, event), ['Notes', 'a.txt', 'hello']);
        },
    },
    {
        package: '@middy/http-content-negotiation',
        notes: '',
        'the context has what the client prefers, and a mismatch is 406': () =>
            inBothOrders(async (options) => {
                const negotiate = contentNegotiation({
                    ...{availableLanguages: ['de', 'en'], parseCharsets: false, parseEncodings: false, parseMediaTypes: false},
                });
                const handler = middy(async (_, context) => ok(context.preferredLanguage), options);
                handler.use([negotiate, httpErrorHandler(quiet)]);
                const accepting = (language) => invoke(handler, httpEvent({headers: {'Accept-Language': language}}));
                assert.deepEqual(await accepting('en, de;q=0.5'), ok('en'));
                assert.equal((await accepting('fr')).statusCode, 406);
            }),
    },
    {
        package: '@middy/http-partial-response',
        notes: '',
        'the response has the fields that were asked for': async () => {
            const handler = middy(async () => ok(JSON.stringify({id: 1, name: 'Ada', password: 'secret'}))).use(
                partialResponse(),
            );
            const {body} = await invoke(handler, httpEvent({queryStringParameters: {fields: 'id,name'}}));
            assert.deepEqual(JSON.parse(body), {id: 1, name: 'Ada'});
        },
    },
    {
        package: '@middy/validator',
        notes: 'compiles its schemas when it is loaded: see its cold start before using it beside mion',
        'the quick example of the seed document, in both orders': () =>
            inBothOrders(async (options) => {
                const handler = middy(paymentHandler, options)
                    .use(jsonBodyParser())
                    .use(validator({eventSchema: transpileSchema(paymentSchema)}))
                    .use(httpErrorHandler(quiet));
                const payment = {creditCardNumber: '4111111111111111', expiryMonth: 1, expiryYear: 2027, cvc: '123', amount: 3};
                const {statusCode, body} = await invoke(handler, jsonEvent(payment));
                assert.equal(statusCode, 200);
                assert.deepEqual(JSON.parse(body), {result: 'success', message: 'payment processed correctly'});
                assert.equal((await invoke(handler, jsonEvent({...payment, cvc: 'abc'}))).statusCode, 400);
                assert.equal((await invoke(handler, jsonEvent({}))).statusCode, 400);
            }),
        'a response is validated too': async () => {
            const responseSchema = transpileSchema({type: 'object', required: ['body'], properties: {body: {type: 'string'}}});
            const handler = middy(async () => ({statusCode: 200})).use([validator({responseSchema}), httpErrorHandler(quiet)]);
            assert.equal((await handler()).statusCode, 500);
        },
    },
];

async function paymentHandler(event, _context) {
    const {creditCardNumber, amount} = event.body;
    assert.deepEqual([creditCardNumber, amount], ['4111111111111111', 3]);
    const response = {result: 'success', message: 'payment processed correctly'};
    return {statusCode: 200, body: JSON.stringify(response)};
}

const paymentSchema = {
    type: 'object',
    properties: {
        body: {
            type: 'object',
            properties: {
                creditCardNumber: {type: 'string', minLength: 12, maxLength: 19, pattern: '\\d+'},
                expiryMonth: {type: 'integer', minimum: 1, maximum: 12},
                expiryYear: {type: 'integer', minimum: 2017, maximum: 2027},
                cvc: {type: 'string', minLength: 3, maxLength: 4, pattern: '\\d+'},
                nameOnCard: {type: 'string'},
                amount: {type: 'number'},
            },
            required: ['creditCardNumber'],
        },
    },
};
