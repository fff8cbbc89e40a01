import {describe, expect, test} from '@jest/globals';
import {createRouter, type Routes} from '../src/index.ts';
import {sendRequest, type TestRequest} from './send-request.ts';

type Level = 'debug' | 'info' | 3;

const routes = {
    auth: {headerName: 'Authorization', hook: (_ctx, token: string): string => `seen ${token}`},
    retries: {headerName: 'x-retries', hook: (_ctx, count = 0): number => count + 1},
    dry: {headerName: 'x-dry', hook: (_ctx, dry?: boolean): boolean | undefined => dry},
    level: {headerName: 'x-level', hook: (_ctx, level?: Level): string | undefined => level && `${typeof level} ${level}`},
    trace: {headerName: 'x-trace', hook: async (_ctx, id?: string): Promise<string[]> => [id ?? 'none', 'b']},
    server: {headerName: 'x-server', hook: (): string => 'mion'},
    ping: (): string => 'pong',
} satisfies Routes;
const router = createRouter();
router.registerRoutes(routes);

function send(headers: TestRequest['headers'], body: unknown = '') {
    return sendRequest(router, '/ping', {headers: {authorization: 'token', ...headers}, body});
}

describe('params', () => {
    test.each<[title: string, headers: TestRequest['headers'], name: string, expected: string | string[]]>([
        ['a string', {authorization: 'abc'}, 'authorization', 'seen abc'],
        ['an empty string', {authorization: ''}, 'authorization', 'seen '],
        ['a string that looks like a number', {authorization: '1'}, 'authorization', 'seen 1'],
        ['a name in another case', {'X-RETRIES': '4'}, 'x-retries', '5'],
        ['a number', {'x-retries': '-1.5e2'}, 'x-retries', '-149'],
        ['absent, with a default', {}, 'x-retries', '1'],
        ['a boolean', {'x-dry': 'false'}, 'x-dry', 'false'],
        ['a literal', {'x-level': 'info'}, 'x-level', 'string info'],
        ['a literal of another kind', {'x-level': '3'}, 'x-level', 'number 3'],
        ['a repeated header', {'x-trace': ['1', '2']}, 'x-trace', ['1, 2', 'b']],
    ])('%s', async (_title, headers, name, expected) => {
        const response = await send(headers);
        expect(response.text).toBe('{"ping":"pong"}');
        expect(response.headers.get(name)).toEqual(expected);
    });

    test.each<[title: string, headers: TestRequest['headers'], id: string]>([
        ['text for a number', {'x-retries': 'many'}, 'retries'],
        ['a number that JSON does not have', {'x-retries': '0x10'}, 'retries'],
        ['an empty text for a number', {'x-retries': ''}, 'retries'],
        ['infinity', {'x-retries': '1e999'}, 'retries'],
        ['NaN', {'x-retries': 'NaN'}, 'retries'],
        ['white space around a number', {'x-retries': ' 1'}, 'retries'],
        ['a boolean in capitals', {'x-dry': 'TRUE'}, 'dry'],
        ['a number for a boolean', {'x-dry': '1'}, 'dry'],
        ['none of the literals', {'x-level': 'warn'}, 'level'],
        ['a literal of another kind', {'x-level': '"3"'}, 'level'],
        ['a repeated number', {'x-retries': ['1', '2']}, 'retries'],
    ])('refused: %s', async (_title, headers, id) => {
        const response = await send(headers);
        expect(response.status).toBe(400);
        expect(response.body['@errors'][id]).toMatchObject({name: 'Validation Error'});
        expect(response.body['@errors'][id].errorData.errors).toHaveLength(1);
    });

    test('they are not read from the body', async () => {
        const response = await send({'x-retries': '1'}, {retries: [9], auth: ['other']});
        expect(response.headers.get('x-retries')).toBe('2');
        expect(response.headers.get('authorization')).toBe('seen token');
    });
});

describe('a required header that is absent', () => {
    test.each([
        ['authorization', 401, 'Unauthorized'],
        ['x-api-key', 400, 'Bad Request'],
        ['constructor', 400, 'Bad Request'],
    ])('%s is %d under the id of the hook, which does not run', async (headerName, status, name) => {
        let runs = 0;
        const own = createRouter();
        const check = {
            headerName,
            hook: (_ctx: unknown, _token: string): void => {
                runs++;
            },
        };
        own.registerRoutes({check, ping: () => 'pong'});
        const response = await sendRequest(own, '/ping');
        expect(response.status).toBe(status);
        expect(response.body).toEqual({
            '@errors': {check: {name, statusCode: status, message: `The header '${headerName}' is required.`}},
        });
        expect(runs).toBe(0);
    });
});

describe('results', () => {
    test('stand in the header and not in the body', async () => {
        const response = await send({'x-dry': 'true'});
        expect(response.text).toBe('{"ping":"pong"}');
        expect(response.headers.get('x-server')).toBe('mion');
        expect(response.headers.get('x-dry')).toBe('true');
        expect(response.headers.has('x-level')).toBe(false);
    });

    test.each<[title: string, value: string | number | string[]]>([
        ['a second header line', 'a\r\nset-cookie: b'],
        ['text outside ASCII', 'é'],
        ['one of several texts', ['fine', 'a\nb']],
        ['NaN', Number.NaN],
    ])('%s is a 500 under the id, and the header is not sent', async (_title, value) => {
        const own = createRouter();
        let reasons: string[] = [];
        own.registerRoutes({
            bad: {headerName: 'x-bad', hook: (): string | number | string[] => value},
            ping: () => 'pong',
            log: {
                hook: (ctx) => {
                    reasons = ctx.request.internalErrors.map(({message}) => message);
                },
                runOnError: true,
            },
        });
        const response = await sendRequest(own, '/ping');
        expect(response.status).toBe(500);
        expect(response.body['@errors'].bad).toMatchObject({
            name: 'Internal Server Error',
            message: 'Something went wrong on the server.',
        });
        expect(response.headers.has('x-bad')).toBe(false);
        expect(reasons).toHaveLength(1);
        expect(reasons[0]).toMatch(/header/);
    });
});
