import {serve as serveHono} from '@hono/node-server';
import {Hono} from 'hono';
import {serve} from '../serve.mjs';
import {hello, order} from './zod-schemas.mjs';

const app = new Hono();

function validated(schema, handler) {
    return async (context) => {
        const result = schema.safeParse(await context.req.json());
        if (!result.success) return context.json({error: result.error.issues}, 400);
        return context.json(handler(result.data));
    };
}

app.post(
    '/hello',
    validated(hello, ({name}) => `Hello ${name}`),
);
app.post(
    '/update',
    validated(order, (input) => ({...input, revision: input.revision + 1})),
);

serve((tell) => serveHono({fetch: app.fetch, port: 0, hostname: '127.0.0.1'}, (info) => tell(info.port)));
