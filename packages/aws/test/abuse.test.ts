import {describe, expect, test} from '@jest/globals';
import {createRouter, getMethodsMetadata} from '@mionkit/router';
import {abuseCases, findViolation, fuzzRoutes, runFuzz} from '@mionkit/test-kit/fuzz';
import {createLambdaHandler} from '../src/index.ts';
import {eventSenders, sendRaw} from './event-senders.ts';

const router = createRouter({prefix: 'fuzz'});
router.registerRoutes(fuzzRoutes);
const handler = createLambdaHandler(router);
const target = {methods: getMethodsMetadata(router), toPath: (id: string) => `/fuzz/${id}`};

describe.each(eventSenders.map((sender) => [sender.name, sender] as const))('%s', (_name, sender) => {
    const asked = abuseCases.filter(({request}) => sender.noRepeatedHeaders === undefined || !hasRepeatedHeader(request.headers));
    test.each(asked.map((one) => [one.rule, one.title, one] as const))(
        'rule %d: %s',
        async (_rule, _title, {request, status}) => {
            const response = await sendRaw(sender, handler, request);
            expect(response.status).toBe(status);
            expect(findViolation(request, response)).toBeUndefined();
        },
    );

    test('answers whatever is made from the types of its routes', async () => {
        const {violations, statuses} = await runFuzz((request) => sendRaw(sender, handler, request), target, {
            count: 500,
            seed: 20260101,
        });
        expect(violations).toEqual([]);
        expect(statuses.get(200)).toBeGreaterThan(100);
        expect(statuses.get(400)).toBeGreaterThan(100);
    });
});

function hasRepeatedHeader(flat: readonly string[]): boolean {
    const names = flat.filter((_text, index) => index % 2 === 0);
    return new Set(names).size < names.length;
}
