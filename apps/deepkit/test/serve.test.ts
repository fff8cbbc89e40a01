import {spawnSync} from 'node:child_process';
import {pathToFileURL} from 'node:url';
import {beforeAll, expect, test} from '@jest/globals';
import type {RouterOptions} from '@mionkit/router';
import {bundleWithDeepkit} from './bundle-with-deepkit.ts';
import {requestCases} from './requests.ts';
import type {TestRequest, TestResponse} from './routes/serve.ts';

interface Served {
    readonly serve: (requests: readonly TestRequest[], options?: Partial<RouterOptions>) => Promise<TestResponse[]>;
    readonly describe: () => unknown;
}

let url: string;
let served: Served;

beforeAll(async () => {
    url = pathToFileURL(bundleWithDeepkit('serve', {entry: `export * from './serve.ts';`})).href;
    served = await import(url);
});

test.each(requestCases.map((each) => [each.name, each] as const))('%s', async (_, {request, response}) => {
    expect(await served.serve([request])).toEqual([response]);
});

test('the router has the code that its options need', async () => {
    const item = {name: 'ab', at: '2020-01-02T03:04:05.000Z', more: {}};
    const options = {unknownProperties: 'reject', validateReturn: true} as const;
    const [refused, wrong] = await served.serve(
        [
            ['items/echo', [item]],
            ['items/wrong', []],
        ],
        options,
    );
    expect(refused).toMatchObject({status: 400, body: {'@errors': {'items/echo': {errorData: {errors: [{path: 'item.more'}]}}}}});
    expect(wrong).toMatchObject({status: 500});
});

test('clients are told the types', () => {
    expect(served.describe()).toMatchSnapshot();
});

// It counts how often the program tries to evaluate code.
const program = `
    let evaluations = 0;
    const construct = (target, args) => { evaluations++; return new target(...args); };
    globalThis.Function = new Proxy(Function, {construct});
    const {serve, describe} = await import(process.argv[1]);
    const responses = await serve(JSON.parse(process.argv[2]));
    console.log(JSON.stringify({evaluations, responses, metadata: describe()}));`;

test.each([
    ['evaluated', []],
    ['interpreted where no code may be evaluated', ['--disallow-code-generation-from-strings']],
])('routes are %s', (_, flags) => {
    const requests = JSON.stringify(requestCases.map(({request}) => request));
    const args = [...flags, '--input-type=module', '--eval', program, url, requests];
    const {stdout, stderr} = spawnSync(process.execPath, args, {encoding: 'utf8'});
    // Deepkit says so itself when the machine is slow.
    expect(stderr.replace(/^Type computation took very long.*\n/gm, '')).toBe('');
    const responses = requestCases.map(({response}) => response);
    expect(JSON.parse(stdout)).toEqual({evaluations: 1, responses, metadata: served.describe()});
});
