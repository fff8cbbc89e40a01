import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {QuestionQueue} from '../src/typescript/question-queue.ts';
import {
    API,
    type Checker,
    ElementFlags,
    isCallExpression,
    isMemberOf,
    isParameterDeclaration,
    type Node,
    type Project,
    SignatureKind,
    SymbolFlags,
    type Type,
    TypeFlags,
} from '../src/typescript/typescript-api.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

/**
 * What mion takes for granted of TypeScript's unstable API, each with what would break.
 *
 * When the version changes and one of these fails, `src/typescript` is where to look.
 */
const testedVersion = '7.0.2';

const code = `// 😀 é
declare const tag: unique symbol;
interface Tag<T> {readonly unused?: never}
enum Level {Low, High}
declare function take<T>(value: T): void;
take({
    destructured: ({x}: {x: string}, optional?: number, initialized = 5) => x,
    tuple: (...rest: [a: string, b?: number, ...c: boolean[]]) => rest,
    empty: (value: []) => value,
    tagged: (value: string & {readonly [tag]?: Tag<3>}) => value,
    level: (value: Level) => value,
    method() { return 1; },
    unresolved: (value: Missing) => value,
    optional: (value: {a?: string}) => value,
});
`;

let project: FixtureProject;
let api: API;
let opened: Project;
let checker: Checker;
let tree: Type;

beforeAll(() => {
    project = createFixtureProject({'code.ts': code});
    api = new API({cwd: project.directory});
    const config = `${project.directory}/tsconfig.json`;
    const found = api.updateSnapshot({openProjects: [config]}).getProject(config);
    if (found === undefined) throw new Error('the project did not open');
    opened = found;
    checker = found.checker;
    tree = typeOf(argument());
});

afterAll(() => {
    api.close();
    project.remove();
});

function argument(): Node {
    const statement = opened.program.getSourceFile(`${project.directory}/code.ts`)?.statements.at(-1);
    let found: Node | undefined;
    statement?.forEachChild((node) => {
        if (isCallExpression(node)) found = node.arguments[0];
    });
    if (found === undefined) throw new Error('the call was not found');
    return found;
}

function typeOf(node: Node): Type {
    const type = checker.getTypeAtLocation(node);
    if (type === undefined) throw new Error('there is no type');
    return type;
}

function parametersOf(name: string) {
    const symbol = checker.getPropertiesOfType(tree).find((property) => property.name === name);
    const type = symbol && checker.getTypeOfSymbol(symbol);
    const [signature] = type === undefined ? [] : checker.getSignaturesOfType(type, SignatureKind.Call);
    return signature?.getParameters() ?? [];
}

function paramType(name: string): Type {
    const [symbol] = parametersOf(name);
    const type = symbol && checker.getTypeOfSymbol(symbol);
    if (type === undefined) throw new Error(`${name} has no param`);
    return type;
}

test(`this is TypeScript ${testedVersion}`, () => {
    const path = createRequire(import.meta.url).resolve('typescript/package.json');
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({version: testedVersion});
});

describe('injection: positions', () => {
    test('count UTF-16 code units', () => {
        const node = argument();
        expect(code.slice(node.getStart(), node.end)).toMatch(/^\{\n {4}destructured.*\}$/s);
    });
});

describe('params', () => {
    test('that are destructured are called __0, __1 and so on', () => {
        expect(parametersOf('destructured').map(({name}) => name)).toEqual(['__0', 'optional', 'initialized']);
    });

    test('are optional by their declarations', () => {
        const nodes = parametersOf('destructured').map(({valueDeclaration}) => valueDeclaration?.resolve());
        const optional = nodes.map(
            (node) => node && isParameterDeclaration(node) && (node.questionToken ?? node.initializer) !== undefined,
        );
        expect(optional).toEqual([false, true, true]);
    });

    test('of a rest tuple have flags for their elements; an empty tuple has none', () => {
        const elementFlags = (type: Type) =>
            type.isTypeReference() ? (type.getTarget() as {elementFlags?: unknown}).elementFlags : 'none';
        expect(elementFlags(paramType('tuple'))).toEqual([ElementFlags.Required, ElementFlags.Optional, ElementFlags.Rest]);
        expect(elementFlags(paramType('empty'))).toBeUndefined();
    });
});

describe('types', () => {
    test('constraints: a property named by a unique symbol is called __@name@id, and its tag has its type argument', () => {
        const type = paramType('tagged');
        const object = type.isIntersectionType() ? type.getTypes().find((member) => member.isObjectType()) : undefined;
        const [property] = object === undefined ? [] : checker.getPropertiesOfType(object);
        expect(property?.escapedName).toMatch(/^__@tag@\d+$/);
        const union = property && checker.getTypeOfSymbol(property);
        const tag = union?.isUnionType() ? union.getTypes().find((member) => member.isTypeReference()) : undefined;
        const [value] = tag?.isTypeReference() ? checker.getTypeArguments(tag) : [];
        expect(value).toMatchObject({value: 3});
    });

    test('an enum is the union of its literals', () => {
        const type = paramType('level');
        const values = type.isUnionType() ? type.getTypes().map((member) => member.isLiteralType() && member.value) : [];
        expect(values).toEqual([0, 1]);
    });

    test('the type of an optional property has undefined in it', () => {
        const [property] = checker.getPropertiesOfType(paramType('optional'));
        const type = property && checker.getTypeOfSymbol(property);
        const members = type?.isUnionType() ? type.getTypes() : [];
        expect(members.some((member) => member.flags & TypeFlags.Undefined)).toBe(true);
        expect((property?.flags ?? 0) & SymbolFlags.Optional).toBeTruthy();
    });

    test('methods are told from data by their flags', () => {
        const method = checker.getPropertiesOfType(tree).find(({name}) => name === 'method');
        expect((method?.flags ?? 0) & SymbolFlags.Method).toBeTruthy();
    });

    test('what is unresolved is the error type', () => {
        expect(paramType('unresolved').isErrorType()).toBe(true);
    });
});

describe('questions', () => {
    test('are asked together through parts of the client that are private; without them each waits for its answer', () => {
        const queue = new QuestionQueue(api);
        const symbols = checker.getPropertiesOfType(tree);
        const before = queue.messages;
        queue.askAll(symbols.map((symbol) => () => checker.getTypeOfSymbol(symbol)));
        expect(symbols.length).toBeGreaterThan(5);
        expect(queue.messages - before).toBe(1);
        queue.askSoon(symbols.map((symbol) => () => checker.getTypeOfSymbol(symbol)));
        expect(opened.program.getSourceFile(`${project.directory}/code.ts`)?.text).toBe(code);
        expect(symbols.map((symbol) => checker.getTypeOfSymbol(symbol)?.id)).toEqual(
            checker.getTypeOfSymbol(symbols).map((type) => type?.id),
        );
    });
});

describe('members', () => {
    test('are known by ids that are private; without them each literal type is asked for its signatures', () => {
        const type = paramType('optional');
        const own = checker.getPropertiesOfType(type);
        expect(own.map((symbol) => isMemberOf(symbol, type))).toEqual([true]);
        expect(own.map((symbol) => isMemberOf(symbol, tree))).toEqual([false]);
    });
});

describe('freshness', () => {
    test('a file that is open as a document keeps its text, so files are opened through their projects', () => {
        const path = project.write('open.ts', 'export const first = 1;');
        api.updateSnapshot({openFiles: [path]});
        project.write('open.ts', 'export const second = 2;');
        const snapshot = api.updateSnapshot({fileChanges: {changed: [path]}});
        const text = () => snapshot.getDefaultProjectForFile(path)?.program.getSourceFile(path)?.text;
        expect(text()).toContain('first');
    });
});
