import {expect, jest, test} from '@jest/globals';
import {middleware} from '@mionkit/middleware';
import {handler} from '../src/serve-aws-lambda.ts';
import {createHttpApiEvent} from './lambda-events.ts';

jest.spyOn(console, 'log').mockReturnValue();
jest.spyOn(console, 'error').mockReturnValue();

const path = '/api/v1/utils/sum';
const body = '{"utils/sum": [2, 3]}';
const json = {'content-type': 'application/json'};

test("the middleware engine wraps mion's Lambda handler like any other", async () => {
    const seen: string[] = [];
    const wrapped = middleware(handler)
        .around(async (_request, next) => {
            seen.push('around starts');
            await next();
            seen.push('around ends');
        })
        .before(() => {
            seen.push('before');
        })
        .after(({response}) => {
            seen.push(`after ${response?.statusCode}`);
        })
        .finally(({response}) => {
            if (response) response.headers = {...response.headers, 'x-request-id': 'r-1'};
        });
    const result = await wrapped(createHttpApiEvent(path, {...json, authorization: 'token'}, body));
    expect(JSON.parse(result.body)).toEqual({'utils/sum': 5});
    expect(result.headers).toMatchObject({'x-request-id': 'r-1', 'content-type': 'application/json; charset=utf-8'});
    expect(seen).toEqual(['around starts', 'before', 'after 200', 'around ends']);

    const refused = await wrapped(createHttpApiEvent(path, json, body));
    expect(refused).toMatchObject({statusCode: 401, headers: {'x-request-id': 'r-1'}});
});

test('an early return answers for it', async () => {
    const wrapped = middleware(handler).before(() => ({statusCode: 503, headers: {}, body: 'closed', isBase64Encoded: false}));
    expect(await wrapped(createHttpApiEvent(path, json, body))).toMatchObject({statusCode: 503, body: 'closed'});
});
