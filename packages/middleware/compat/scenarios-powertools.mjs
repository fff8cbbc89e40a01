/** The Middy middlewares of Powertools for AWS Lambda. */
import assert from 'node:assert/strict';
import {
    IdempotencyConfig,
    IdempotencyItemAlreadyExistsError,
    IdempotencyItemNotFoundError,
    IdempotencyRecordStatus,
} from '@aws-lambda-powertools/idempotency';
import {makeHandlerIdempotent} from '@aws-lambda-powertools/idempotency/middleware';
import {BasePersistenceLayer, IdempotencyRecord} from '@aws-lambda-powertools/idempotency/persistence';
import {Logger} from '@aws-lambda-powertools/logger';
import {injectLambdaContext} from '@aws-lambda-powertools/logger/middleware';
import {Metrics, MetricUnit} from '@aws-lambda-powertools/metrics';
import {logMetrics} from '@aws-lambda-powertools/metrics/middleware';
import {SqsEnvelope} from '@aws-lambda-powertools/parser/envelopes/sqs';
import {JSONStringified} from '@aws-lambda-powertools/parser/helpers';
import {parser} from '@aws-lambda-powertools/parser/middleware';
import {middleware as middy} from '@mionkit/middleware';
import {z} from 'zod';
import {collectPrints, context, inBothOrders, sqsEvent} from './events.mjs';

// As Lambda sets them, and so that Powertools writes to the console that a scenario can listen to.
Object.assign(process.env, {
    POWERTOOLS_DEV: 'true',
    POWERTOOLS_METRICS_DISABLED: 'false',
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    AWS_LAMBDA_FUNCTION_NAME: 'orders',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    _HANDLER: 'index.handler',
    _X_AMZN_TRACE_ID: 'Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1',
    AWS_XRAY_CONTEXT_MISSING: 'IGNORE_ERROR',
});
const {Tracer} = await import('@aws-lambda-powertools/tracer');
const {captureLambdaHandler} = await import('@aws-lambda-powertools/tracer/middleware');
const {default: xray} = await import('aws-xray-sdk-core');

const broken = async () => Promise.reject(new Error('broken'));

/** Where idempotency keeps its records: in memory. */
class MemoryLayer extends BasePersistenceLayer {
    records = new Map();
    async _getRecord(key) {
        const record = this.records.get(key);
        if (!record) throw new IdempotencyItemNotFoundError('not found');
        return record;
    }
    async _putRecord(record) {
        const existing = this.records.get(record.idempotencyKey);
        if (existing) throw new IdempotencyItemAlreadyExistsError('exists', existing);
        this.records.set(record.idempotencyKey, record);
    }
    async _updateRecord(record) {
        this.records.set(record.idempotencyKey, new IdempotencyRecord({...record, status: IdempotencyRecordStatus.COMPLETED}));
    }
    async _deleteRecord({idempotencyKey}) {
        this.records.delete(idempotencyKey);
    }
}

export const scenarios = [
    {
        package: '@aws-lambda-powertools/logger',
        notes: '',
        'lines have the context, and keys of one invocation are gone in the next': async () => {
            const lines = await collectPrints(async () => {
                const logger = new Logger({serviceName: 'orders'});
                const handler = middy(async ({order}) => {
                    if (order) logger.appendKeys({order});
                    logger.info('handling');
                }).use(injectLambdaContext(logger, {resetKeys: true}));
                await handler({order: 7}, context());
                await handler({}, context());
            });
            const [first, second] = lines.map((line) => JSON.parse(line));
            assert.deepEqual([first.function_name, first.function_request_id, first.order], ['orders', 'request-1', 7]);
            assert.equal(second.order, undefined);
        },
        'on an uncaught error it flushes what it has buffered, in both orders': () =>
            inBothOrders(async (options) => {
                const lines = await collectPrints(async () => {
                    const logger = new Logger({logBufferOptions: {enabled: true}, logLevel: 'INFO'});
                    const run = async () => {
                        logger.debug('only on errors');
                        throw new Error('broken');
                    };
                    const handler = middy(run, options).use(injectLambdaContext(logger, {flushBufferOnUncaughtError: true}));
                    await assert.rejects(handler({}, context()), /broken/);
                });
                assert.ok(lines.some((line) => line.includes('only on errors')));
            }),
    },
    {
        package: '@aws-lambda-powertools/tracer',
        notes: 'an `around` of ours can open a segment that async code sees; this one closes its segment after an early return only by Powertools’ own clean-up',
        'handler and error are in a segment of their own, in both orders': () =>
            inBothOrders(async (options) => {
                const tracer = new Tracer({serviceName: 'orders'});
                const root = new xray.Segment('facade');
                await xray.getNamespace().runAndReturn(async () => {
                    tracer.setSegment(root);
                    const run = async ({fail}) => (fail ? broken() : {id: 1});
                    const handler = middy(run, options).use(captureLambdaHandler(tracer));
                    await handler({}, context());
                    await assert.rejects(handler({fail: true}, context()), /broken/);
                });
                const [good, bad] = root.subsegments;
                assert.deepEqual(
                    [good.name, good.in_progress, good.metadata.orders['index.handler response']],
                    [...['## index.handler', undefined, {id: 1}]],
                );
                assert.equal(bad.cause.exceptions[0].message, 'broken');
            }),
    },
    {
        package: '@aws-lambda-powertools/metrics',
        notes: '',
        'metrics are published after the handler and after an error, in both orders': () =>
            inBothOrders(async (options) => {
                for (const fail of [false, true]) {
                    const lines = await collectPrints(async () => {
                        const metrics = new Metrics({namespace: 'shop', serviceName: 'orders'});
                        const run = async () => {
                            metrics.addMetric('ordered', MetricUnit.Count, 1);
                            return fail ? broken() : 'handled';
                        };
                        const handler = middy(run, options).use(logMetrics(metrics));
                        await handler({}, context()).catch(() => {});
                    });
                    assert.equal(JSON.parse(lines.at(-1)).ordered, 1);
                }
            }),
    },
    {
        package: '@aws-lambda-powertools/parser',
        notes: 'what it declares as its event is the handler’s event type',
        'an envelope makes the event': async () => {
            const handler = middy()
                .use(parser({schema: JSONStringified(z.object({id: z.number()})), envelope: SqsEnvelope}))
                .handler(async (event) => event.map(({id}) => id));
            assert.deepEqual(await handler(sqsEvent({id: 1}, {id: 2}), context()), [1, 2]);
        },
        'an event that doesn’t fit is an error, or what its `errorHandler` answers, in both orders': () =>
            inBothOrders(async (options) => {
                const schema = z.object({id: z.number()});
                await assert.rejects(middy(async () => 'handled', options).use(parser({schema}))({id: 'x'}, context()));
                const recovering = parser({schema, errorHandler: () => ({statusCode: 400})});
                assert.deepEqual(await middy(async () => 'handled', options).use(recovering)({id: 'x'}, context()), {
                    statusCode: 400,
                });
            }),
    },
    {
        package: '@aws-lambda-powertools/idempotency',
        notes: 'its early return runs the clean-up of the other Powertools middlewares',
        'the second call with the same payload gets the first one’s response': async () => {
            let calls = 0;
            const idempotent = makeHandlerIdempotent({
                persistenceStore: new MemoryLayer(),
                config: new IdempotencyConfig({eventKeyJmesPath: 'id'}),
            });
            const metrics = new Metrics({namespace: 'shop', serviceName: 'orders'});
            const lines = await collectPrints(async () => {
                const handler = middy(async ({id}) => ({id, call: ++calls}))
                    .use(logMetrics(metrics))
                    .before(() => void metrics.addMetric('asked', MetricUnit.Count, 1))
                    .use(idempotent);
                assert.deepEqual(await handler({id: 1}, context()), {id: 1, call: 1});
                assert.deepEqual(await handler({id: 1}, context()), {id: 1, call: 1});
                assert.deepEqual(await handler({id: 2}, context()), {id: 2, call: 2});
            });
            assert.equal(lines.filter((line) => line.includes('"asked":1')).length, 3);
        },
        'after an error the next call runs again, in both orders': () =>
            inBothOrders(async (options) => {
                let calls = 0;
                const idempotent = makeHandlerIdempotent({persistenceStore: new MemoryLayer()});
                const handler = middy(async () => (++calls === 1 ? broken() : 'handled'), options).use(idempotent);
                await assert.rejects(handler({id: 1}, context()), /broken/);
                assert.equal(await handler({id: 1}, context()), 'handled');
            }),
    },
];
