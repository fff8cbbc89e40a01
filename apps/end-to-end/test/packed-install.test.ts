import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createProject, type Project, type RunResult} from './project.ts';
import {readFixture} from './read-fixture.ts';

interface Invocation {
    readonly what: string;
    readonly path: string;
    readonly token?: string;
    readonly params: readonly unknown[];
    readonly answer: object;
}

const invocations: readonly Invocation[] = [
    {what: 'params', path: 'utils/sum', params: [2, 3], answer: {statusCode: 200, body: {'utils/sum': 5}}},
    {
        what: 'a Date in the result',
        path: 'orders/getById',
        params: ['7'],
        answer: {statusCode: 200, body: {'orders/getById': {id: '7', date: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)}}},
    },
    {
        what: 'a param that does not fit',
        path: 'users/create',
        params: [{name: 'Ann', surname: 3}],
        answer: {
            statusCode: 400,
            body: {'@errors': {'users/create': {errorData: {errors: [{path: 'newUser.surname'}]}}}},
        },
    },
    {
        what: 'no token',
        path: 'utils/sum',
        token: '',
        params: [2, 3],
        answer: {statusCode: 401, body: {'@errors': {auth: {statusCode: 401}}}},
    },
    {
        what: 'an unknown path',
        path: 'nowhere',
        params: [],
        answer: {statusCode: 404, body: {'@errors': {'@request': {statusCode: 404}}}},
    },
];

const seed = readFixture('seed');

let project: Project;
let inputs: readonly string[];

beforeAll(async () => {
    project = createProject({...seed, ...readFixture('events')});
    inputs = await build();
});
afterAll(() => project.remove());

/** Bundles the example with the esbuild plugin. Gives the names of all files in the bundle. */
async function build(): Promise<readonly string[]> {
    const {exitCode, output} = await project.run('node', 'build.mjs');
    if (exitCode !== 0) throw new Error(output);
    return JSON.parse(output);
}

function invoke(eventFile: string, {path, token = 'token', params}: Invocation): Promise<RunResult> {
    return project.run('node', 'invoke.mjs', eventFile, `/api/v1/${path}`, token, JSON.stringify({[path]: params}));
}

describe("the seed's example, installed from tarballs and bundled for Lambda", () => {
    test('has no type error for plain tsc', async () => {
        expect(await project.run('tsc', '-p', '.')).toEqual({exitCode: 0, output: ''});
    });

    test('is bundled without TypeScript, Deepkit, the compiler, the interpreter, and code that makes code', () => {
        const packages = ['typescript', '@deepkit/type', '@mionkit/compiler', '@mionkit/reflection', '@mionkit/router'];
        expect(packages.filter((name) => inputs.some((path) => path.includes(`/${name}/`)))).toEqual(['@mionkit/router']);
        const bundle = project.read('out/lambda.mjs');
        expect(['typescript', '@deepkit/type', 'new Function', 'eval('].filter((text) => bundle.includes(text))).toEqual([]);
    });

    describe.each([['http-api.json'], ['rest-api.json']])('with the event of %s', (eventFile) => {
        test.each(invocations)('answers $what', async (invocation) => {
            const {output} = await invoke(eventFile, invocation);
            expect(JSON.parse(output.slice(output.lastIndexOf('{"statusCode"')))).toMatchObject(invocation.answer);
        });
    });
});

test('size of the bundle, minified and compressed', async () => {
    const size = () => gzipSync(project.read('out/lambda.mjs'), {level: 9}).length;
    const withCommon = size();
    const source = seed['src/myApi.routes.ts'] ?? '';
    project.write({'src/myApi.routes.ts': source.replace(/.*clientRoutes.*\n/g, '')});
    expect(await build()).not.toContainEqual(expect.stringContaining('@mionkit/common'));
    console.log(
        `Lambda bundle of the seed's example: ${size()} bytes gzip; with clientRoutes and the type models: ${withCommon}`,
    );
    expect(size()).toBeLessThan(withCommon);
    // All of it: the example's own code, some 700 bytes, router, adapter, core, and generated code. The goal is 10,000 without the example's.
    expect(size()).toBeLessThan(15_100);
});
