import {Hono} from 'hono';
import {handle} from 'hono/aws-lambda';
import {safeParse} from 'valibot';
import {hello, order} from './schemas-valibot.mjs';

const app = new Hono();

function validated(schema, run) {
    return async (context) => {
        const result = safeParse(schema, await context.req.json());
        if (!result.success) return context.json({error: result.issues.map(({message}) => message)}, 400);
        return context.json(run(result.output));
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

export const handler = handle(app);
