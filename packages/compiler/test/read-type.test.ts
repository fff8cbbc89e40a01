import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {FileRoutes, RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';
import {refusedTypeCases} from './refused-type-cases.ts';
import {typeModelCases} from './type-model-cases.ts';

interface Case {
    readonly declarations?: string;
    readonly type: string;
}

const constraints = [
    ...[
        'After',
        'Before',
        'Email',
        'ExclusiveMax',
        'Format',
        'Integer',
        'Length',
        'Max',
        'MaxItems',
        'MaxLength',
        'MaxSize',
        'Min',
    ],
    ...['MinItems', 'MinLength', 'MultipleOf', 'Negative', 'NonNegative', 'NonPositive', 'Pattern', 'Positive', 'UniqueItems'],
];

/** One file with a route `case<n>` for each type. All of them are read at once. */
function toCode(cases: readonly Case[]): string {
    const routes = cases.map(({type}, index) => `    case${index}: (ctx: CallContext, value: ${type}) => {},`);
    return [
        `import {type ${constraints.join(', type ')}, RpcError} from '@mionkit/core';`,
        `import {type CallContext, registerRoutes} from '@mionkit/router';`,
        ...cases.map(({declarations}) => declarations ?? ''),
        `registerRoutes({\n${routes.join('\n')}\n});`,
    ].join('\n');
}

const acceptedCode = toCode(Object.values(typeModelCases));
const refusedCode = toCode(Object.values(refusedTypeCases));

let project: FixtureProject;
let reader: RouteReader;
let accepted: FileRoutes;
let refused: FileRoutes;

beforeAll(() => {
    project = createFixtureProject({'accepted.ts': acceptedCode, 'refused.ts': refusedCode});
    reader = createRouteReader({cwd: project.directory});
    accepted = reader.read(acceptedCode, 'accepted.ts');
    refused = reader.read(refusedCode, 'refused.ts');
});

afterAll(() => {
    reader.close();
    project.remove();
});

describe('the model of a type', () => {
    test.each(Object.entries(typeModelCases).map(([name, each], index) => ({name, ...each, index})))(
        '$name: $type',
        ({index, model, definitions = {}}) => {
            const [call] = accepted.calls;
            expect(call?.methods[index]?.model.params[0]?.type).toEqual(model);
            expect(call?.definitions).toMatchObject(definitions);
        },
    );

    test('no type is refused, and nothing else is a definition', () => {
        expect(accepted.diagnostics).toEqual([]);
        const expected = Object.values(typeModelCases).flatMap(({definitions}) => Object.keys(definitions ?? {}));
        expect(Object.keys(accepted.calls[0]?.definitions ?? {}).sort()).toEqual(expected.sort());
    });
});

describe('a type that is refused', () => {
    test.each(Object.entries(refusedTypeCases).map(([name, each], index) => ({name, ...each, index})))(
        '$name',
        ({index, problems}) => {
            const id = `case${index}`;
            const messages = refused.diagnostics.filter(({methodId}) => methodId === id).map(({message}) => message);
            const expected = problems.map((problem) => {
                const [path = '', ...words] = problem.split(' ');
                return expect.stringContaining(`${id}: parameter \`${path}${words.length > 0 ? `\` ${words.join(' ')}` : ''}`);
            });
            expect(messages).toEqual(expected);
        },
    );

    test('nothing else is wrong', () => {
        expect(refused.diagnostics.filter(({methodId}) => methodId === undefined)).toEqual([]);
    });
});
