import {createServer} from 'node:http';
import {os} from '@orpc/server';
import {RPCHandler} from '@orpc/server/node';
import {serve} from '../serve.mjs';
import {hello, order} from './zod-schemas.mjs';

const handler = new RPCHandler({
    hello: os.input(hello).handler(({input}) => `Hello ${input.name}`),
    // oRPC's own wire format sends dates with their type; sent as text they are restored by the schema, as for the others.
    update: os.input(order).handler(({input}) => ({...input, revision: input.revision + 1})),
});

const server = createServer(async (request, response) => {
    const {matched} = await handler.handle(request, response, {context: {}});
    if (!matched) response.writeHead(404).end();
});
serve((tell) => server.listen(0, '127.0.0.1', () => tell(server.address().port)));
