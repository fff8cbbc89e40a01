import middy from '@middy/core';
import httpErrorHandler from '@middy/http-error-handler';
import httpJsonBodyParser from '@middy/http-json-body-parser';
import httpResponseSerializer from '@middy/http-response-serializer';
import httpRouter from '@middy/http-router';
import validator from '@middy/validator';
import {transpileSchema} from '@middy/validator/transpile';
import {hello, order, restoreDates} from './schemas-json.mjs';

const serializers = [{regex: /^application\/json$/, serializer: ({body}) => JSON.stringify(body)}];

function validated(schema, run) {
    const eventSchema = {type: 'object', required: ['body'], properties: {body: schema}};
    // Without coercion, so that it refuses what the others refuse.
    return middy()
        .use(httpResponseSerializer({serializers, defaultContentType: 'application/json'}))
        .use(httpJsonBodyParser())
        .use(validator({eventSchema: transpileSchema(eventSchema, {coerceTypes: false})}))
        .handler(async (event) => ({statusCode: 200, body: run(event.body)}));
}

const routes = [
    {method: 'POST', path: '/hello', handler: validated(hello, ({name}) => `Hello ${name}`)},
    {
        method: 'POST',
        path: '/update',
        handler: validated(order, (body) => {
            const input = restoreDates(body);
            return {...input, revision: input.revision + 1};
        }),
    },
];

export const handler = middy()
    .use(httpErrorHandler({logger: false}))
    .handler(httpRouter(routes));
