import {beforeAll, expect, test} from '@jest/globals';
import type {UncompiledMethod} from '@mionkit/core';
import {deepkit} from '@mionkit/reflection/deepkit';
import {importWithDeepkit} from './bundle-with-deepkit.ts';
import {refusedCases} from './refused-cases.ts';

type Handler = UncompiledMethod['handler'];

let routes: Record<string, {route: Handler}>;

beforeAll(async () => {
    const files = refusedCases.map(({declarations = '', route}, index) => {
        return [`case${index}.ts`, `${declarations}\nexport const route = ${route};`] as const;
    });
    const entry = refusedCases.map((_, index) => `export * as case${index} from './case${index}.ts';`).join('\n');
    routes = await importWithDeepkit('refused', {entry, files: Object.fromEntries(files)});
});

function compile(handler: Handler | undefined, kind: UncompiledMethod['kind'] = 'route'): string[] {
    const methods = handler === undefined ? [] : [{id: 'users/get', kind, handler}];
    try {
        deepkit().compileRoutes?.(methods, {validateReturn: false, unknownProperties: 'drop'});
        return [];
    } catch (error) {
        return (error as Error).message.split('\n- ').slice(1);
    }
}

test.each(refusedCases.map(({name, problems}, index) => [name, `case${index}`, problems] as const))(
    'refuses %s',
    (_, id, problems) => {
        const expected = problems.map((problem) => expect.stringMatching(new RegExp(`^${toPattern(problem)}`)));
        expect(compile(routes[id]?.route)).toEqual(expected);
    },
);

test.each(refusedCases.map(({name}, index) => [name, `case${index}`] as const))('what %s is: once more, the same', (_, id) => {
    expect(compile(routes[id]?.route)).toEqual(compile(routes[id]?.route));
});

function toPattern(text: string): string {
    return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
