import awsLambdaFastify from '@fastify/aws-lambda';
import Fastify from 'fastify';
import {hello, order, restoreDates} from './schemas-json.mjs';

// Without coercion, so that it refuses what the others refuse.
const app = Fastify({ajv: {customOptions: {coerceTypes: false}}});
app.post('/hello', {schema: {body: hello}}, (request, reply) => {
    reply.type('application/json; charset=utf-8');
    return JSON.stringify(`Hello ${request.body.name}`);
});
app.post('/update', {schema: {body: order, response: {200: order}}}, async (request) => {
    const input = restoreDates(request.body);
    return {...input, revision: input.revision + 1};
});

export const handler = awsLambdaFastify(app);
