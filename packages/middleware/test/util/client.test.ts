import {afterEach, describe, expect, jest, test} from '@jest/globals';
import {canPrefetch, createClient, createPrefetchClient} from '../../src/util/index.ts';

class Client {
    readonly config: object;
    constructor(config: {region?: string; credentials?: unknown}) {
        this.config = config;
    }
}

const captured = (client: Client) => Object.assign(client, {captured: true});
const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => void warn.mockClear());

test.each([
    [undefined, true],
    [{}, true],
    [{cacheExpiry: -1}, true],
    [{cacheExpiry: 1}, true],
    [{cacheExpiry: 0}, false],
    [{disablePrefetch: true}, false],
    [{disablePrefetch: false}, true],
    [{awsClientAssumeRole: 'role'}, false],
])('canPrefetch(%p) is %p', (options, expected) => {
    expect(canPrefetch(options)).toBe(expected);
});

describe('createPrefetchClient', () => {
    test('makes the client with its options', () => {
        expect(createPrefetchClient({AwsClient: Client, awsClientOptions: {region: 'eu-west-1'}}).config).toEqual({
            region: 'eu-west-1',
        });
        expect(createPrefetchClient({AwsClient: Client}).config).toEqual({});
    });

    test('does not capture it outside of a request, and says so', () => {
        expect(createPrefetchClient({AwsClient: Client, awsClientCapture: captured})).not.toHaveProperty('captured');
        expect(warn).toHaveBeenCalledWith(expect.stringContaining('`awsClientCapture` has no effect'));
    });

    test('captures it where prefetching is disabled', () => {
        expect(createPrefetchClient({AwsClient: Client, awsClientCapture: captured, disablePrefetch: true})).toHaveProperty(
            'captured',
        );
        expect(warn).not.toHaveBeenCalled();
    });
});

describe('createClient', () => {
    test('captures the client, since there is a request', async () => {
        const client = await createClient({AwsClient: Client, awsClientCapture: captured}, {internal: {}});
        expect(client).toHaveProperty('captured');
        expect(warn).not.toHaveBeenCalled();
    });

    test('takes the credentials of the role from `internal`, where the options have none', async () => {
        const request = {internal: {role: Promise.resolve({accessKeyId: 'id'})}};
        const options = {AwsClient: Client, awsClientAssumeRole: 'role', awsClientOptions: {region: 'eu-west-1'}};
        expect((await createClient(options, request)).config).toEqual({region: 'eu-west-1', credentials: {accessKeyId: 'id'}});
        const own = {...options, awsClientOptions: {credentials: 'own'}};
        expect((await createClient(own, request)).config).toEqual({credentials: 'own'});
    });

    test('needs a request to assume a role', async () => {
        await expect(createClient({AwsClient: Client, awsClientAssumeRole: 'role'})).rejects.toThrow(
            'only be made during a request',
        );
        expect(await createClient({AwsClient: Client})).toBeInstanceOf(Client);
    });
});
