import {afterEach, describe, expect, jest, test} from '@jest/globals';
import {defaultRouter} from '@mionkit/router';
import {awsLambdaHandler, setAwsLambdaOpts} from '../src/index.ts';
import {loadEvent} from './load-event.ts';
import {createResponse} from './stub-router.ts';

const event = loadEvent('rest-api-custom-domain');

afterEach(() => {
    setAwsLambdaOpts({});
    jest.restoreAllMocks();
});

describe('awsLambdaHandler', () => {
    test('serves the default router, with the options that were set last', async () => {
        const dispatch = jest.spyOn(defaultRouter, 'dispatch').mockImplementation(() => createResponse());
        setAwsLambdaOpts({basePath: 'shop'});
        setAwsLambdaOpts({defaultResponseHeaders: {'x-served-by': 'mion'}});
        const result = await awsLambdaHandler(event);
        expect(result.headers).toMatchObject({'x-served-by': 'mion'});
        expect(dispatch.mock.calls[0]?.[0]).toBe('/shop/api/v1/utils/sum');
    });

    test('can be exported before its options are set', async () => {
        const handler = awsLambdaHandler;
        const dispatch = jest.spyOn(defaultRouter, 'dispatch').mockImplementation(() => createResponse());
        setAwsLambdaOpts({basePath: 'shop'});
        await handler(event);
        expect(dispatch.mock.calls[0]?.[0]).toBe('/api/v1/utils/sum');
    });
});
