import {Router} from '@aws-lambda-powertools/event-handler/http';
import {hello, order} from './schemas-zod.mjs';

const app = new Router();
app.post('/hello', ({valid}) => ({message: `Hello ${valid.req.body.name}`}), {validation: {req: {body: hello}}});
app.post('/update', ({valid}) => ({...valid.req.body, revision: valid.req.body.revision + 1}), {
    validation: {req: {body: order}},
});

export const handler = (event, context) => app.resolve(event, context);
