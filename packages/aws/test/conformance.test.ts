import {describe, expect, test} from '@jest/globals';
import {createRouter} from '@mionkit/router';
import {
    type ConformanceCase,
    conformanceCases,
    conformanceRoutes,
    streamCases,
    streamRoutes,
    withoutFraming,
} from '@mionkit/test-kit/conformance';
import {createLambdaHandler} from '../src/index.ts';
import {type EventSender, eventSenders, sendRaw} from './event-senders.ts';

const router = createRouter({prefix: 'api'});
router.registerRoutes(conformanceRoutes);
const handler = createLambdaHandler(router);
const streamRouter = createRouter({prefix: 'api'});
streamRouter.registerRoutes(streamRoutes);
const streamHandler = createLambdaHandler(streamRouter);

describe.each(eventSenders.map((sender) => [sender.name, sender] as const))('%s', (_name, sender) => {
    const asked = conformanceCases.filter((one) => findReasonToSkip(one, sender) === undefined);
    test.each(asked.map((one) => [one.title, one] as const))('%s', async (_title, {request, response}) => {
        const actual = await sendRaw(sender, handler, request);
        const body = typeof response.body === 'string' ? response.body : expect.stringMatching(response.body);
        const length = typeof response.body === 'string' ? {} : {'content-length': String(Buffer.byteLength(actual.body))};
        expect(actual).toEqual({...response, body, headers: {...response.headers, ...length}});
    });
});

describe.each(eventSenders.map((sender) => [sender.name, sender] as const))('streams, whole, to %s', (_name, sender) => {
    test.each(streamCases.map((one) => [one.title, one] as const))('%s', async (_title, {request, response}) => {
        const actual = withoutFraming(await sendRaw(sender, streamHandler, request));
        const body = typeof response.body === 'string' ? response.body : expect.stringMatching(response.body);
        expect(actual).toEqual({...response, body});
    });
});

test('what a sender can not be asked has a reason, and is little', () => {
    for (const sender of eventSenders) {
        const reasons = conformanceCases.flatMap((one) => findReasonToSkip(one, sender) ?? []);
        expect(reasons.length).toBeLessThan(3);
        expect(reasons.filter((reason) => reason.length < 10)).toEqual([]);
    }
});

function findReasonToSkip({skip, request}: ConformanceCase, {noRepeatedHeaders}: EventSender): string | undefined {
    const names = request.headers.filter((_text, index) => index % 2 === 0);
    return skip?.lambda ?? (new Set(names).size < names.length ? noRepeatedHeaders : undefined);
}
