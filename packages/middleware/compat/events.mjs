/** Events and contexts as Lambda makes them, as far as the scenarios need them. */

/** An API Gateway (version 1) event. */
export function httpEvent({method = 'POST', path = '/', headers = {}, ...rest} = {}) {
    return {
        version: '1.0',
        httpMethod: method,
        path,
        headers,
        body: null,
        isBase64Encoded: false,
        queryStringParameters: null,
        pathParameters: null,
        multiValueQueryStringParameters: null,
        requestContext: {requestId: 'request-1', httpMethod: method, path},
        ...rest,
    };
}

/** An API Gateway event with a JSON body. */
export function jsonEvent(body, rest = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return httpEvent({...rest, headers: {'content-type': 'application/json', ...rest.headers}, body: text});
}

/** An SQS event with a message for each body. */
export function sqsEvent(...bodies) {
    const toRecord = (body, index) => ({
        messageId: `message-${index}`,
        receiptHandle: 'handle',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        attributes: {ApproximateReceiveCount: '1', SentTimestamp: '1', SenderId: 'sender', ApproximateFirstReceiveTimestamp: '1'},
        messageAttributes: {},
        md5OfBody: '',
        eventSource: 'aws:sqs',
        eventSourceARN: 'arn:aws:sqs:eu-west-1:123456789012:orders',
        awsRegion: 'eu-west-1',
    });
    return {Records: bodies.map(toRecord)};
}

/** Lambda's context. */
export function context() {
    return {
        callbackWaitsForEmptyEventLoop: true,
        functionName: 'orders',
        functionVersion: '1',
        invokedFunctionArn: 'arn:aws:lambda:eu-west-1:123456789012:function:orders',
        memoryLimitInMB: '128',
        awsRequestId: 'request-1',
        logGroupName: 'group',
        logStreamName: 'stream',
        getRemainingTimeInMillis: () => 3000,
    };
}

/** Runs a check in both orders of the onErrors. `arrange` puts the middleware that finishes the response where it belongs. */
export async function inBothOrders(check) {
    for (const onErrorOrder of ['attach', 'reverse']) {
        const arrange = (finishing, recovering) =>
            onErrorOrder === 'reverse' ? [finishing, recovering] : [recovering, finishing];
        await check({onErrorOrder}, arrange);
    }
}

/** Runs something while what it prints on the console is collected. */
export async function collectPrints(run) {
    const lines = [];
    const {log, info, error, warn, debug} = console;
    const collect = (...values) =>
        void lines.push(values.map((value) => (typeof value === 'string' ? value : JSON.stringify(value))).join(' '));
    Object.assign(console, {log: collect, info: collect, error: collect, warn: collect, debug: collect});
    try {
        await run();
    } finally {
        Object.assign(console, {log, info, error, warn, debug});
    }
    return lines;
}
