import {defaultRouter, type Router, type ResponseStream as RouteStream} from '@mionkit/router';
import {answerOtherEvent} from './answer-other-event.ts';
import type {AwsLambdaOptions} from './aws-options.ts';
import {toHandlerSettings} from './handler-settings.ts';
import type {LambdaContext} from './lambda-context.ts';
import type {LambdaEvent} from './lambda-event.ts';
import {LambdaRequest} from './lambda-request.ts';
import type {LambdaResult} from './lambda-result.ts';
import {readEvent} from './read-event.ts';
import {getAwsLambdaGlobal, type ResponseStream} from './response-stream.ts';
import {writeResult} from './write-result.ts';

/** In bytes. */
const chunkSize = 65_536;

/** A function that Lambda can invoke where the response is streamed. */
export type StreamingLambdaHandler = (
    event: LambdaEvent,
    responseStream: ResponseStream,
    context?: LambdaContext,
) => Promise<void>;

/**
 * The same as `createLambdaHandler` for function URLs with the invoke mode `RESPONSE_STREAM`, and for REST APIs that stream responses.
 *
 * There responses may be larger than 6 MB, and routes that stream send each piece as soon as it is there. Throws outside of the Lambda runtime, which brings what it needs.
 *
 * @example
 * export const handler = createStreamingLambdaHandler();
 */
export function createStreamingLambdaHandler(
    router: Router = defaultRouter,
    options: Partial<AwsLambdaOptions> = {},
): StreamingLambdaHandler {
    const {streamifyResponse, HttpResponseStream} = getAwsLambdaGlobal();
    const settings = toHandlerSettings(options);
    return streamifyResponse<StreamingLambdaHandler>(async (event, responseStream, context) => {
        const httpEvent = readEvent(event);
        const open = (result: LambdaResult) => HttpResponseStream.from(responseStream, toPrelude(result));
        if (httpEvent === undefined) return writeBody(open(answerOtherEvent(event)), '');
        const request = new LambdaRequest(httpEvent, event, context, router, settings);
        const response = await request.answer();
        const result = writeResult(response, httpEvent, settings);
        if (response.stream === undefined) return writeBody(open(result), result.body);
        await writeStream(open(result), response.stream).finally(() => request.stopClock());
    });
}

// A stream of bytes that fails is thrown: the runtime ends the response with an error then.
async function writeStream(target: ResponseStream, stream: RouteStream): Promise<void> {
    target.once('close', () => void stream.return());
    target.write('');
    for await (const piece of stream) if (!target.write(piece)) await untilDrained(target);
    target.end();
}

// What streams has no length beforehand.
function toPrelude({statusCode, headers = {}, multiValueHeaders, cookies}: LambdaResult): object {
    const {'content-length': _, ...others} = headers;
    return {statusCode, headers: others, multiValueHeaders, cookies};
}

// The first write sends status and headers, so there has to be one, be it of nothing.
async function writeBody(stream: ResponseStream, text: string): Promise<void> {
    const body = Buffer.from(text);
    for (let at = 0; at === 0 || at < body.length; at += chunkSize) {
        const canTakeMore = stream.write(body.subarray(at, at + chunkSize));
        if (!canTakeMore) await untilDrained(stream);
    }
    stream.end();
}

// A stream whose client went away is closed and never drains.
function untilDrained(stream: ResponseStream): Promise<void> {
    const events = ['drain', 'close', 'error'] as const;
    return new Promise((resolve) => {
        const stop = () => {
            for (const event of events) stream.off(event, stop);
            resolve();
        };
        for (const event of events) stream.once(event, stop);
    });
}
