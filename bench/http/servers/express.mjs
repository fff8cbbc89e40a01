import express from 'express';
import {serve} from '../serve.mjs';
import {hello, order} from './zod-schemas.mjs';

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.use(express.json());

function validated(schema, handler) {
    return (request, response) => {
        const result = schema.safeParse(request.body);
        if (!result.success) return response.status(400).json({error: result.error.issues});
        return response.json(handler(result.data));
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

serve((tell) => {
    const server = app.listen(0, '127.0.0.1', () => tell(server.address().port));
});
