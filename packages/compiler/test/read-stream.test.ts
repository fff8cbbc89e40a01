import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {FileRoutes, RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

interface AcceptedCase {
    readonly type: string;
    readonly returns: object;
    readonly errors?: readonly object[];
}

const numbers = {kind: 'stream', items: {kind: 'number'}};
const bytes = {kind: 'stream'};
const item = {kind: 'object', properties: [{name: 'at', type: {kind: 'date'}}], name: 'Item'};

/** What a route may return, with `lib.dom` and `@types/node`. */
const acceptedCases: readonly AcceptedCase[] = [
    {type: 'AsyncIterable<number>', returns: numbers},
    {type: 'AsyncIterableIterator<number>', returns: numbers},
    {type: 'AsyncIteratorObject<number>', returns: numbers},
    {type: 'AsyncGenerator<number>', returns: numbers},
    {type: 'AsyncGenerator<number, void, unknown>', returns: numbers},
    {type: 'AsyncGenerator<number, undefined, string>', returns: numbers},
    {type: 'Promise<AsyncIterable<Item>>', returns: {kind: 'stream', items: item}},
    {type: 'ReadableStream<number>', returns: numbers},
    {type: 'web.ReadableStream<Item>', returns: {kind: 'stream', items: item}},
    {type: 'ReadableStream<Uint8Array>', returns: bytes},
    {type: 'ReadableStream<Uint8Array<ArrayBuffer>>', returns: bytes},
    {type: 'web.ReadableStream<Uint8Array | Buffer>', returns: bytes},
    {type: 'NodeJS.ReadableStream', returns: bytes},
    {type: 'Readable', returns: bytes},
    {type: 'Promise<ReadStream>', returns: bytes},
    {type: 'PassThrough', returns: bytes},
    {type: 'Readable | ReadableStream<Buffer>', returns: bytes},
    {type: 'Lines', returns: bytes},
    {type: 'AsyncIterable<Uint8Array>', returns: {kind: 'stream', items: {kind: 'bytes', type: 'Uint8Array'}}},
    {
        type: 'AsyncIterable<number> | AsyncGenerator<string, void>',
        returns: {kind: 'stream', items: {kind: 'union', members: [{kind: 'string'}, {kind: 'number'}]}},
    },
    {
        type: 'AsyncIterable<number | undefined>',
        returns: {kind: 'stream', items: {kind: 'union', members: [{kind: 'undefined'}, {kind: 'number'}]}},
    },
    {
        type: 'Promise<AsyncIterable<number> | RpcError<"Gone", {id: string}>>',
        returns: numbers,
        errors: [{name: 'Gone', errorData: {kind: 'object', properties: [{name: 'id', type: {kind: 'string'}}]}}],
    },
    {type: 'AsyncIterable<Tree>', returns: {kind: 'stream', items: {kind: 'ref', name: 'Tree'}}},
];

interface RefusedCase {
    /** The route, hook or group that stands under `case<n>`. */
    readonly code: string;
    readonly problem: string;
}

const misplaced = 'is a stream, and streams are sent only as the whole result of a route. Use an array here.';
const iterable = "is an iterable, which can't be sent as a value. Use an array; a route can also stream with `async function*`.";

const refusedCases: readonly RefusedCase[] = [
    {code: '(ctx): {list: AsyncIterable<number>} => x', problem: `\`result.list\` ${misplaced}`},
    {code: '(ctx): ReadableStream<Uint8Array>[] => x', problem: `\`result[]\` ${misplaced}`},
    {code: '(ctx): [Readable] => x', problem: `\`result[0]\` ${misplaced}`},
    {code: '(ctx): AsyncIterable<AsyncIterable<number>> => x', problem: `\`result[]\` ${misplaced}`},
    {code: '(ctx, lines: AsyncIterable<string>) => {}', problem: `parameter \`lines\` ${misplaced}`},
    {code: '(ctx): RpcError<"A", AsyncIterable<number>> => x', problem: `\`result.errorData\` ${misplaced}`},
    {code: '{hook: (ctx): AsyncIterable<number> => x}', problem: `the result ${misplaced}`},
    {code: '{headerName: "a", hook: (ctx): AsyncIterable<string> => x}', problem: `the result ${misplaced}`},
    {code: 'function* (ctx: CallContext) { yield 1; }', problem: `the result ${iterable}`},
    {code: '(ctx): Iterable<number> => x', problem: `the result ${iterable}`},
    {code: '(ctx) => new Map<string, number>().values()', problem: `the result ${iterable}`},
    {code: '(ctx): AsyncIterable<any> => x', problem: '`result[]` is `any`'},
    {code: '(ctx): ReadableStream => x', problem: '`result[]` is `any`'},
    {code: '(ctx): AsyncIterable<() => void> => x', problem: '`result[]` is a function'},
    {code: '(ctx): AsyncIterable<RpcError> => x', problem: '`result[]` is an `RpcError` inside a value'},
    {code: '(ctx): AsyncIterable<number> | undefined => x', problem: 'the result is a stream or something else.'},
    {code: '(ctx): AsyncIterable<number> | string => x', problem: 'the result is a stream or something else.'},
    {code: '(ctx): Readable | AsyncIterable<number> => x', problem: 'the result is a stream of bytes or one of values.'},
    {
        code: 'async function* (ctx: CallContext) { yield 1; return 2; }',
        problem: 'the result is a generator that returns a value',
    },
    {code: '(ctx): AsyncGenerator<number, string | undefined> => x', problem: 'the result is a generator that returns a value'},
    {code: '(ctx): Pages => x', problem: 'the result is an instance of the class `Pages`'},
    {code: '(ctx): own.AsyncIterable<number> => x', problem: 'the result is `AsyncIterable<number>`, which has methods only'},
];

const head = `
import {PassThrough, Readable} from 'node:stream';
import type {ReadStream} from 'node:fs';
import type * as web from 'node:stream/web';
import {RpcError} from '@mionkit/core';
import {type CallContext, registerRoutes} from '@mionkit/router';
interface Item {at: Date}
interface Tree {children: Tree[]}
class Lines extends PassThrough { private lines = 1; }
class Pages { private x = 1; async *[Symbol.asyncIterator]() { yield 1; } }
namespace own { export interface AsyncIterable<T> {next(): T} }
declare const x: never;
`;

const acceptedCode = `${head}registerRoutes({
${acceptedCases.map(({type}, index) => `    case${index}: (ctx: CallContext): ${type} => x,`).join('\n')}
});`;
const refusedCode = `${head}registerRoutes({
    other: (ctx: CallContext) => 1,
${refusedCases.map(({code}, index) => `    case${index}: ${code.replace('(ctx', '(ctx: CallContext').replace('CallContext: CallContext', 'CallContext')},`).join('\n')}
});`;

const types = join(dirname(fileURLToPath(import.meta.resolve('@types/node/package.json'))), '..');

let project: FixtureProject;
let reader: RouteReader;
let accepted: FileRoutes;
let refused: FileRoutes;

beforeAll(() => {
    const compilerOptions = {...fixtureTsconfig.compilerOptions, typeRoots: [types], types: ['node']};
    project = createFixtureProject({
        'accepted.ts': acceptedCode,
        'refused.ts': refusedCode,
        'tsconfig.json': JSON.stringify({compilerOptions}),
    });
    reader = createRouteReader({cwd: project.directory});
    accepted = reader.read(acceptedCode, 'accepted.ts');
    refused = reader.read(refusedCode, 'refused.ts');
});

afterAll(() => {
    reader.close();
    project.remove();
});

describe('streams that a route returns', () => {
    test.each(acceptedCases.map((one, index) => ({...one, index})))('$type', ({index, returns, errors}) => {
        expect(accepted.diagnostics).toEqual([]);
        const model = accepted.calls[0]?.methods.find(({id}) => id === `case${index}`)?.model;
        expect(model?.returns).toEqual(returns);
        expect(model?.errors).toEqual(errors);
    });
});

describe('streams that can not travel', () => {
    test.each(refusedCases.map((one, index) => ({...one, index})))('$code', ({index, problem}) => {
        const messages = refused.diagnostics.filter(({methodId}) => methodId === `case${index}`).map(({message}) => message);
        expect(messages[0]).toContain(`case${index}: ${problem}`);
    });
});
