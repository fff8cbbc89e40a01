import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import type {Contract} from '@mionkit/core';
import {type ContractChange, compareContracts, createContract} from '@mionkit/reflection/contract';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {contractChangeCases} from './contract-change-cases.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

const imports = `import {type After, type Before, type Format, type Integer, type MaxItems, type MaxLength, type Min, type MinItems,
    type MinLength, type MultipleOf, type Positive, RpcError} from '@mionkit/core';
import {addStartHooks, type CallContext, registerRoutes, type Routes} from '@mionkit/router';`;

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject();
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

let count = 0;

function read(code: string): Contract {
    const name = `routes${++count}.ts`;
    const text = `${imports}\n${code}`;
    project.write(name, text);
    const {calls, diagnostics} = reader.read(text, name);
    expect(diagnostics.map(({message}) => message)).toEqual([]);
    return createContract(calls);
}

function toLines(changes: readonly ContractChange[]): string[] {
    return changes.map(({isBreaking, text}) => `${isBreaking ? '! ' : ''}${text}`);
}

describe('changes of types', () => {
    const cases = Object.entries(contractChangeCases);
    const toCode = (version: 'before' | 'after') =>
        [
            ...cases.map(([, {declarations = ''}]) => declarations),
            `declare function never(): never;`,
            `registerRoutes({`,
            ...cases.map(([, each], index) => `case${index}: ${toHandler(each[version])},`),
            '});',
        ].join('\n');
    const toHandler = (signature: string) =>
        `(ctx: CallContext${signature.startsWith('()') ? '' : ', '}${signature.slice(1)} => never()`;
    let changes: readonly ContractChange[];
    beforeAll(() => {
        changes = compareContracts(read(toCode('before')), read(toCode('after')));
    });

    test.each(cases.map(([title, each], index) => [title, index, each] as const))('%s', (_, index, each) => {
        const own = changes.filter(({id}) => id === `case${index}`);
        const prefix = new RegExp(`^(! )?case${index}: `);
        expect(toLines(own).map((line) => line.replace(prefix, '$1'))).toEqual(each.changes);
    });
});

const hooks = `auth: {headerName: 'authorization', hook: (ctx: CallContext, token: string): void => {}},`;

/** By what changed: two trees, and what clients are told. */
const treeCases: Readonly<Record<string, readonly [before: string, after: string, changes: readonly string[]]>> = {
    'a new route': ['a: () => 1', 'a: () => 1, b: {c: () => 1}', ['b/c is a new route']],
    'a route that is gone': ['a: () => 1, b: {c: () => 1}', 'a: () => 1', ['! b/c, a route, is gone']],
    'a route that is another kind of thing': [
        'a: () => 1, b: () => 1',
        'a: () => 1, b: {hook: () => 1}',
        ['! b was a route, and is a hook', 'b: now run by a'],
    ],
    'a new hook that is needed': [
        'a: () => 1, b: {c: () => 1}',
        `${hooks} a: () => 1, b: {c: () => 1}`,
        ['! auth: now needed by a, b/c', 'auth is a new hook of the header `authorization`'],
    ],
    'a new hook for one group': [
        'a: () => 1, b: {c: () => 1}',
        'a: () => 1, b: {quota: {hook: (ctx: CallContext, limit?: number) => 1}, c: () => 1}',
        ['b/quota is a new hook', 'b/quota: now run by b/c'],
    ],
    'a hook that is gone': [
        `${hooks} a: () => 1`,
        'a: () => 1',
        ['auth, a hook of the header `authorization`, is gone', 'auth: no longer run by a'],
    ],
    'a hook that is gone with its result': [
        'quota: {hook: () => 1}, a: () => 1',
        'a: () => 1',
        ['! quota, a hook, is gone', '! quota: no longer run by a'],
    ],
    'a hook of more routes than can be listed': [
        'a: () => 1, b: () => 1, c: () => 1, d: () => 1, e: () => 1, f: () => 1, g: () => 1',
        `${hooks} a: () => 1, b: () => 1, c: () => 1, d: () => 1, e: () => 1, f: () => 1, g: () => 1`,
        ['! auth: now needed by a, b, c, d, e and 2 more', 'auth is a new hook of the header `authorization`'],
    ],
    'a private hook': ['a: () => 1', 'log: {hook: (ctx: CallContext): void => {}}, raw: {rawHook: () => {}}, a: () => 1', []],
    'the param of a hook': [
        `${hooks} a: () => 1`,
        `auth: {headerName: 'authorization', hook: (ctx: CallContext, token: number): void => {}}, a: () => 1`,
        ['! auth: `token` was `string`, and is `number`'],
    ],
    'the name of a header': [
        `${hooks} a: () => 1`,
        `auth: {headerName: 'x-token', hook: (ctx: CallContext, token: string): void => {}}, a: () => 1`,
        ['! auth: its header was `authorization`, and is `x-token`'],
    ],
    'the case of a header': [`${hooks} a: () => 1`, `${hooks.replace('authorization', 'Authorization')} a: () => 1`, []],
    'a header in the place of the body': [
        `auth: {hook: (ctx: CallContext, token: string): void => {}}, a: () => 1`,
        `${hooks} a: () => 1`,
        ['! auth was a hook, and is a hook of the header `authorization`'],
    ],
    'names that every object has': [
        'a: () => 1',
        'a: () => 1, toString: () => 1, hasOwnProperty: () => 1',
        ['hasOwnProperty is a new route', 'toString is a new route'],
    ],
};

describe('changes of the tree', () => {
    test.each(Object.entries(treeCases))('%s', (_, [before, after, changes]) => {
        const contracts = [before, after].map((tree) => read(`registerRoutes({${tree}} satisfies Routes);`)) as [
            Contract,
            Contract,
        ];
        expect(toLines(compareContracts(...contracts))).toEqual(changes);
    });

    test('hooks that surround all routes', () => {
        const before = read('registerRoutes({a: () => 1});');
        const after = read(`registerRoutes({a: () => 1}); addStartHooks({${hooks}});`);
        expect(toLines(compareContracts(before, after))[0]).toBe('! auth: now needed by a');
    });
});

test('where undeclared properties are refused, one that is gone breaks clients', () => {
    const before = read('registerRoutes({a: (ctx: CallContext, user: {id: string; age?: number}): void => {}});');
    const after = read('registerRoutes({a: (ctx: CallContext, user: {id: string}): void => {}});');
    expect(toLines(compareContracts(before, after, {rejectsUndeclared: true}))).toEqual([
        '! a: `user.age` (`number`) is gone, and is refused where it is sent',
    ]);
});

test('a place that is far inside is told shortly', () => {
    const types = Array.from({length: 30}, (_, index) => `interface T${index} {next: T${(index + 1) % 30}[]; value: ${index}}`);
    const code = `${types.join('\n')}\nregisterRoutes({a: (ctx: CallContext, first: T0): void => {}});`;
    const changes = toLines(compareContracts(read(code), read(code.replace('value: 29', 'value: 0'))));
    expect(changes).toEqual([expect.stringMatching(/^! a: `first\.next\[\].{30,60}…[^…]{80,120}\.value` was `29`, and is `0`$/)]);
});
