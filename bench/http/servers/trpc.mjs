import {initTRPC} from '@trpc/server';
import {createHTTPServer} from '@trpc/server/adapters/standalone';
import {serve} from '../serve.mjs';
import {hello, order} from './zod-schemas.mjs';

const t = initTRPC.create();
const router = t.router({
    hello: t.procedure.input(hello).mutation(({input}) => `Hello ${input.name}`),
    update: t.procedure.input(order).mutation(({input}) => ({...input, revision: input.revision + 1})),
});

const server = createHTTPServer({router});
serve((tell) => server.listen(0, '127.0.0.1', () => tell(server.address().port)));
