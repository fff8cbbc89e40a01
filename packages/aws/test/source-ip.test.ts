import {describe, expect, test} from '@jest/globals';
import type {LambdaEvent} from '../src/index.ts';
import {getSourceIp} from '../src/index.ts';
import {loadEvent} from './load-event.ts';

const clientIp = '203.0.113.7';

describe('getSourceIp', () => {
    test.each([
        {name: 'rest-api', ip: clientIp},
        {name: 'rest-api-console', ip: 'test-invoke-source-ip'},
        {name: 'http-api', ip: clientIp},
        {name: 'http-api-format-1', ip: clientIp},
        {name: 'function-url', ip: clientIp},
        {name: 'alb', ip: clientIp},
        {name: 'alb-multi-value', ip: clientIp},
        {name: 'alb-health-check', ip: undefined},
        {name: 'lattice-v1', ip: '10.0.1.17'},
        {name: 'lattice-v2', ip: '10.0.1.17'},
    ])('of $name is $ip', ({name, ip}) => expect(getSourceIp(loadEvent(name))).toBe(ip));

    test.each(['rest-api', 'http-api', 'function-url'])('of %s does not come from headers', (name) => {
        const event = loadEvent(name);
        const forged = {...event.headers, 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6', forwarded: 'for=6.6.6.6'};
        expect(getSourceIp({...event, headers: forged} as LambdaEvent)).toBe(clientIp);
    });

    test.each(['alb', 'lattice-v1'])('of %s is the last that forwarded, however often the header stands', (name) => {
        const event = {
            ...loadEvent(name),
            headers: undefined,
            multiValueHeaders: {'X-Forwarded-For': ['6.6.6.6, 7.7.7.7', clientIp]},
        };
        const lattice = {...loadEvent(name), headers: {'x-forwarded-for': ['6.6.6.6, 7.7.7.7', clientIp]}};
        expect(getSourceIp((name === 'alb' ? event : lattice) as unknown as LambdaEvent)).toBe(clientIp);
    });

    test('of an event made by hand is not known', () => {
        expect(getSourceIp({httpMethod: 'POST', path: '/', requestContext: {}} as unknown as LambdaEvent)).toBeUndefined();
    });
});
