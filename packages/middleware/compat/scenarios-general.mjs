/** The middlewares of Middy that are for any event. */
import assert from 'node:assert/strict';
import doNotWaitForEmptyEventLoop from '@middy/do-not-wait-for-empty-event-loop';
import errorLogger from '@middy/error-logger';
import eventNormalizer from '@middy/event-normalizer';
import httpErrorHandler from '@middy/http-error-handler';
import inputOutputLogger from '@middy/input-output-logger';
import sqsPartialBatchFailure from '@middy/sqs-partial-batch-failure';
import warmup from '@middy/warmup';
import {middleware as middy} from '@mionkit/middleware';
import {context, inBothOrders, sqsEvent} from './events.mjs';

export const scenarios = [
    {
        package: '@middy/input-output-logger',
        notes: '',
        'event and response are logged, without what is left out': async () => {
            const logged = [];
            const logger = (message) => logged.push(message);
            const handler = middy(async () => ({id: 1})).use(inputOutputLogger({logger, omitPaths: ['event.password']}));
            await handler({user: 'ada', password: 'secret'}, context());
            assert.deepEqual(logged, [{event: {user: 'ada'}}, {response: {id: 1}}]);
        },
        'an error response is logged where it was made before, in both orders': () =>
            inBothOrders(async (options, arrange) => {
                const logged = [];
                const handler = middy(async () => Promise.reject(new Error('broken')), options);
                handler.use(
                    arrange(inputOutputLogger({logger: (message) => logged.push(message)}), httpErrorHandler({logger: false})),
                );
                await handler({}, context());
                assert.equal(logged[1].response.statusCode, 500);
            }),
    },
    {
        package: '@middy/error-logger',
        notes: 'logs also what another onError has handled',
        'the error is logged, in both orders, and stays the invocation’s': () =>
            inBothOrders(async (options, arrange) => {
                const logged = [];
                const log = errorLogger({logger: ({error}) => logged.push(error.message)});
                const handler = middy(async () => Promise.reject(new Error('broken')), options).use(log);
                await assert.rejects(handler(), /broken/);
                const rescue = {onError: () => undefined};
                await assert.rejects(
                    middy(() => Promise.reject(new Error('other')), options).use(arrange(log, rescue))(),
                    /other/,
                );
                assert.deepEqual(logged, ['broken', 'other']);
            }),
    },
    {
        package: '@middy/warmup',
        notes: 'its early return skips the afters of all others',
        'a warm-up never reaches the handler': async () => {
            let calls = 0;
            const handler = middy(async () => ++calls).use(warmup({isWarmingUp: (event) => event.source === 'warmup'}));
            assert.equal(await handler({source: 'warmup'}), 'warmup');
            assert.equal(await handler({}), 1);
        },
    },
    {
        package: '@middy/do-not-wait-for-empty-event-loop',
        notes: 'has an effect on callback handlers only; an async handler never waits',
        'the flag is set, before, after and on errors': () =>
            inBothOrders(async (options) => {
                for (const when of ['runOnBefore', 'runOnAfter', 'runOnError']) {
                    const lambdaContext = context();
                    const run = when === 'runOnError' ? async () => Promise.reject(new Error('broken')) : async () => 'handled';
                    const handler = middy(run, options).use(doNotWaitForEmptyEventLoop({runOnBefore: false, [when]: true}));
                    await handler({}, lambdaContext).catch(() => {});
                    assert.equal(lambdaContext.callbackWaitsForEmptyEventLoop, false);
                }
            }),
    },
    {
        package: '@middy/event-normalizer',
        notes: '',
        'the bodies of SQS messages are parsed': async () => {
            const handler = middy(async ({Records}) => Records.map(({body}) => body.id)).use(eventNormalizer());
            assert.deepEqual(await handler(sqsEvent({id: 1}, {id: 2})), [1, 2]);
        },
    },
    {
        package: '@middy/sqs-partial-batch-failure',
        notes: 'attach it before what replaces the response in an after',
        'the messages that failed are reported': async () => {
            const handler = middy(({Records}) =>
                Promise.allSettled(Records.map(async ({body}) => (body === 'bad' ? Promise.reject(new Error('bad')) : body))),
            ).use(sqsPartialBatchFailure({logger: () => {}}));
            assert.deepEqual(await handler(sqsEvent('good', 'bad')), {batchItemFailures: [{itemIdentifier: 'message-1'}]});
        },
        'an error of the handler is one of all messages, in both orders': () =>
            inBothOrders(async (options) => {
                const handler = middy(async () => Promise.reject(new Error('broken')), options);
                handler.use(sqsPartialBatchFailure({logger: () => {}}));
                assert.equal((await handler(sqsEvent('a', 'b'))).batchItemFailures.length, 2);
            }),
    },
];
