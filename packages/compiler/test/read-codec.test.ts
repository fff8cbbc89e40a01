import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

const files = {
    'money.ts': `
        import {type Codec, defineCodec} from '@mionkit/core';
        export class Money { private readonly secret = 1; constructor(readonly cents: bigint, readonly currency: string) {} }
        export class Tree { constructor(readonly children: Tree[]) {} }
        export class Plain { x = 1; }
        declare module '@mionkit/core' {
            interface Codecs {
                Money: Codec<Money, {cents: bigint; currency: 'EUR' | 'USD'}>;
                Tree: Codec<Tree, Tree[]>;
            }
        }
        defineCodec('Money', {class: Money, encode: (money) => ({cents: money.cents, currency: 'EUR'}), decode: ({cents, currency}) => new Money(cents, currency)});
    `,
    'routes.ts': `
        import {registerRoutes} from '@mionkit/router';
        import {Money, Tree} from './money.ts';
        registerRoutes({pay: (ctx, amount: Money, tips?: Money[]): Tree => new Tree([])});
    `,
    'without.ts': `
        import {registerRoutes} from '@mionkit/router';
        import {Plain} from './money.ts';
        registerRoutes({plain: (ctx, value: Plain) => 1});
    `,
};

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject(files);
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

test('a class with a codec travels as what its codec makes of it', () => {
    const {calls, diagnostics} = reader.read(files['routes.ts'], 'routes.ts');
    expect(diagnostics).toEqual([]);
    const [call] = calls;
    const money = {
        kind: 'codec',
        name: 'Money',
        wire: {
            kind: 'object',
            properties: [
                {name: 'cents', type: {kind: 'bigint'}},
                {
                    name: 'currency',
                    type: {
                        kind: 'union',
                        members: [
                            {kind: 'literal', value: 'EUR'},
                            {kind: 'literal', value: 'USD'},
                        ],
                    },
                },
            ],
        },
    };
    expect(call?.methods[0]?.model).toEqual({
        params: [
            {name: 'amount', type: money},
            {name: 'tips', type: {kind: 'array', items: money}, optional: true},
        ],
        returns: {kind: 'ref', name: 'Tree'},
    });
    expect(call?.definitions).toEqual({
        Tree: {kind: 'codec', name: 'Tree', wire: {kind: 'array', items: {kind: 'ref', name: 'Tree'}}},
    });
});

test('a class without one is refused', () => {
    const {diagnostics} = reader.read(files['without.ts'], 'without.ts');
    expect(diagnostics.map(({message}) => message)).toEqual([
        expect.stringContaining("is an instance of the class `Plain`, which can't be rebuilt from JSON"),
    ]);
});
