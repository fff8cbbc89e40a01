import {initTRPC} from '@trpc/server';
import {awsLambdaRequestHandler} from '@trpc/server/adapters/aws-lambda';
import {hello, order} from './schemas-zod.mjs';

const t = initTRPC.create();
const router = t.router({
    hello: t.procedure.input(hello).mutation(({input}) => `Hello ${input.name}`),
    update: t.procedure.input(order).mutation(({input}) => ({...input, revision: input.revision + 1})),
});

export const handler = awsLambdaRequestHandler({router});
