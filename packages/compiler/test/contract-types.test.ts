// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are types of TypeScript as text
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {createContract, writeContractTypes} from '@mionkit/reflection/contract';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {FileRoutes, RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';
import {typeModelCases} from './type-model-cases.ts';

const imports = `import {type After, type Before, type Codec, type Email, type ExclusiveMax, type ExclusiveMin, type Format, type Integer,
    type Length, type Max, type MaxItems, type MaxLength, type MaxSize, type Min, type MinItems, type MinLength, type MultipleOf,
    type Negative, type NonNegative, type NonPositive, type Pattern, type Positive, RpcError, type UniqueItems} from '@mionkit/core';
import {addEndHooks, addStartHooks, type CallContext, registerRoutes, type Routes} from '@mionkit/router';`;

const money = `import type {Codec} from '@mionkit/core';
export class Money { readonly cents: number = 0; double(): Money { return this; } }
declare module '@mionkit/core' { interface Codecs { Money: Codec<Money, {cents: number}> } }
`;

let project: FixtureProject;
let reader: RouteReader;

beforeAll(() => {
    project = createFixtureProject({'money.ts': money});
    reader = createRouteReader({cwd: project.directory});
});

afterAll(() => {
    reader.close();
    project.remove();
});

let count = 0;

function readText(code: string): FileRoutes {
    const name = `file${++count}.ts`;
    project.write(name, code);
    const routes = reader.read(code, name);
    expect(routes.diagnostics.map(({message}) => message)).toEqual([]);
    return routes;
}

/** Writes declarations, and reads the routes again from those alone. */
function readDeclarations(text: string, more = ''): FileRoutes {
    const name = `api${count}.d.ts`;
    project.write(name, text);
    return readText(`import {registerRoutes} from '@mionkit/router';
import type {MyRoutes} from './${name}';
${more}
declare const routes: MyRoutes;
registerRoutes(routes);`);
}

describe('declarations say what the sources say', () => {
    const cases = Object.values(typeModelCases);

    test('of every type', () => {
        const routes = cases.map(({type}, index) => `case${index}: (ctx: CallContext, value: ${type}): ${type} => never(),`);
        const declarations = cases.map((each) => each.declarations ?? '').join('\n');
        const {calls} = readText(
            `${imports}\n${declarations}\ndeclare function never(): never;\nregisterRoutes({${routes.join('\n')}});`,
        );
        const text = writeContractTypes(calls);
        const again = readDeclarations(text);
        const [contract, contractAgain] = [createContract(calls), createContract(again.calls)];
        for (const [index, {type}] of cases.entries()) {
            const hash = contractAgain.methods[`case${index}`]?.hash;
            expect({type, hash}).toEqual({type, hash: contract.methods[`case${index}`]?.hash});
        }
        // Names and all: only numbers behind the names can differ.
        expect(writeContractTypes(again.calls).length).toBe(text.length);
    });

    const code = `${imports}
import {Money} from './money.ts';
/** Lost: types have no descriptions. */
interface User {
    /** What people call the user: *\\/ and so on. */
    name: string;
    /**
     * Two
     *
     * paragraphs.
     */
    money: Money;
}
interface Date2 {Date: {year: number}}
namespace Own { export interface Date {year: number} }
declare function never(): never;
const routes = {
    auth: {headerName: 'authorization', hook: (ctx: CallContext, token: string): void => {}},
    log: {hook: (ctx: CallContext): void => {}},
    raw: {rawHook: () => {}},
    /**
     * Finds a user.
     * @param id whose
     * @param by who asks
     */
    find: async (ctx: CallContext, id: string, by?: User): Promise<User | null | RpcError<'Gone', {at: Date}> | RpcError<'Lost'> | RpcError> => never(),
    only: (ctx: CallContext): RpcError<'Only'> => never(),
    nothing: (ctx: CallContext) => {},
    fallback: (ctx: CallContext, limit = 5, user: User) => user,
    rest: (ctx: CallContext, first: string, ...others: (string | number)[]) => others.length,
    named: (...[ctx, a]: [context: CallContext, ctx: string, all?: number]) => a,
    destructured: (ctx: CallContext, {name}: User, [first]: string[]) => name + first,
    "quoted'name": (ctx: CallContext) => 1,
    own: (ctx: CallContext, date: Own.Date, now: Date, both: Date2) => date.year,
    values: async function* (ctx: CallContext): AsyncGenerator<User> {},
    bytes: (ctx: CallContext): ReadableStream<Uint8Array> => never(),
    group: {quota: {hook: async (ctx: CallContext) => ({left: 1})}, inner: {deep: () => true as const}},
} satisfies Routes;
declare const isDev: boolean;
registerRoutes({...routes, ...(isDev ? {debug: () => 1, tools: {reset: (ctx: CallContext, hard: boolean) => hard}} : {})});
`;

    test('of all that a method has besides', () => {
        const {calls} = readText(code);
        const text = writeContractTypes(calls);
        expect(text).toMatchSnapshot();
        const again = readDeclarations(text);
        const {methods} = createContract(calls);
        const methodsAgain = createContract(again.calls).methods;
        // The one name that could not be kept.
        expect(JSON.parse(JSON.stringify(methodsAgain).replace('"Date_2"', '"Date"'))).toEqual(methods);
    });
});
