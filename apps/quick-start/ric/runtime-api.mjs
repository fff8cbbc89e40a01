/** The part of Lambda that a runtime client talks to: hands out invocations, and takes their answers. Source: AWS, *Using the Lambda runtime API*. */
import {once} from 'node:events';
import {createServer} from 'node:http';

const functionArn = 'arn:aws:lambda:eu-central-1:123456789012:function:quick-start';

/**
 * Starts the API on a free port.
 *
 * `invoke(event, {timeout})` resolves with what the function answered: `{kind: 'response' | 'error', text, chunks, headers, trailers}`. `idle()`
 * resolves when the function asks for its first invocation, which is the end of its init phase. An error in the init phase rejects both.
 */
export async function startRuntimeApi() {
    const waiting = [];
    const pending = new Map();
    const idle = createDeferred();
    // Nobody may be waiting for it when the function ends.
    idle.promise.catch(() => {});
    let takeNext;
    let lastId = 0;

    const server = createServer(async (request, response) => {
        const [, id, action] = /\/invocation\/([^/]+)\/?(.*)$/.exec(request.url) ?? [];
        if (id === 'next') {
            idle.resolve();
            sendInvocation(response, await nextInvocation());
        } else if (pending.has(id)) {
            const answer = await readAnswer(request, action);
            response.writeHead(202).end('{"status": "OK"}');
            pending.get(id).resolve(answer);
            pending.delete(id);
        } else {
            const {text} = await readAnswer(request, 'error');
            response.writeHead(202).end('{"status": "OK"}');
            failAll(new Error(`The function failed to start: ${text}`));
        }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');

    function nextInvocation() {
        if (waiting.length > 0) return waiting.shift();
        return new Promise((resolve) => {
            takeNext = resolve;
        });
    }

    function invoke(event, {timeout = 10_000} = {}) {
        const id = `request-${++lastId}`;
        const invocation = {id, body: JSON.stringify(event), deadline: Date.now() + timeout};
        const answer = createDeferred();
        pending.set(id, answer);
        if (takeNext) takeNext(invocation);
        else waiting.push(invocation);
        takeNext = undefined;
        return answer.promise;
    }

    function failAll(error) {
        idle.reject(error);
        for (const {reject} of pending.values()) reject(error);
        pending.clear();
    }

    return {
        address: `127.0.0.1:${server.address().port}`,
        invoke,
        idle: () => idle.promise,
        fail: failAll,
        close: () => {
            server.closeAllConnections();
            server.close();
        },
    };
}

function sendInvocation(response, {id, body, deadline}) {
    response.writeHead(200, {
        'content-type': 'application/json',
        'lambda-runtime-aws-request-id': id,
        'lambda-runtime-deadline-ms': String(deadline),
        'lambda-runtime-invoked-function-arn': functionArn,
        'lambda-runtime-trace-id': 'Root=1-665f0a1b-0a1b2c3d4e5f60718293a4b5;Parent=0a1b2c3d4e5f6071;Sampled=0',
    });
    response.end(body);
}

async function readAnswer(request, action) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk.toString());
    const kind = action === 'response' ? 'response' : 'error';
    return {kind, text: chunks.join(''), chunks, headers: request.headers, trailers: request.trailers};
}

// Promise.withResolvers, which Node 20 lacks.
function createDeferred() {
    const deferred = {};
    deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, {resolve, reject}));
    return deferred;
}
