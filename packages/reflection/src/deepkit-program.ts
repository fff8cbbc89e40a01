import {RpcError} from '@mionkit/core';
import {type DeepkitOperation, readOperations} from './deepkit-operations.ts';
import {findProgram, listOwnPrograms, type Program} from './from-deepkit.ts';

/**
 * What makes a handler's types uncertain although nothing in them shows it: each a sentence that the method's name begins.
 *
 * A type that Deepkit's compiler could not find is `never` or `any` in its program, and such a type can vanish when the program
 * runs: from a union, into an intersection, as what a mapped type maps. So the programs themselves are searched.
 */
export function findUncertainties(handler: object): string[] {
    const program = findProgram(handler);
    if (program === undefined) return [];
    const own = dropContext(toOperations(program));
    const others = collect(listReferences(program, own, isError), {follows: isError, stopsAt: isKnownProgram});
    const unknown = others.filter((each) => each !== program && !isKnownProgram(each));
    return [...new Set([...inspect(program, own), ...unknown.flatMap((each) => inspect(each, toOperations(each)))])];
}

/** The programs that one leads to, itself included. Those of Deepkit's own types lead no further. */
export function listPrograms(first: Program): Program[] {
    return collect([first], {follows: () => true, stopsAt: isKnownProgram});
}

interface CollectOptions {
    /** Whether the program of a class or function counts. */
    readonly follows: (compiled: object) => boolean;
    /** Whether a program's own references don't. */
    readonly stopsAt: (program: Program) => boolean;
}

function collect(first: readonly Program[], {follows, stopsAt}: CollectOptions): Program[] {
    const found = new Set<Program>();
    const waiting = [...first];
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
        if (found.has(next)) continue;
        found.add(next);
        if (!stopsAt(next)) waiting.push(...listReferences(next, toOperations(next), follows));
    }
    return [...found];
}

const references = ['inline', 'inlineCall', 'classReference', 'functionReference'];

function listReferences(
    program: Program,
    operations: readonly DeepkitOperation[],
    follows: CollectOptions['follows'],
): Program[] {
    return operations.flatMap((operation) => {
        if (!references.includes(operation.name)) return [];
        const target = resolve(program, operation);
        const found = typeof target === 'function' && follows(target) ? findProgram(target) : target;
        return Array.isArray(found) ? [found] : [];
    });
}

/** Of other classes nothing counts but their codec. */
function isError(compiled: object): boolean {
    return 'prototype' in compiled && compiled.prototype instanceof RpcError;
}

/** The call context is the first param, and its type is none of ours. */
function dropContext(operations: readonly DeepkitOperation[]): readonly DeepkitOperation[] {
    return operations.slice(operations.findIndex(({name}) => name === 'parameter') + 1);
}

function inspect(program: Program, operations: readonly DeepkitOperation[]): string[] {
    const owner = findTypeName(program, operations);
    const where = owner === undefined ? 'uses' : `uses \`${owner}\`, in which there is`;
    return operations.flatMap((operation, index) => {
        const problem = describeOperation(program, operation, operations[index + 1]);
        return problem === undefined ? [] : [`${where} ${problem}`];
    });
}

/** What Deepkit computes types with. */
const computations = [
    ...['condition', 'jumpCondition', 'distribute', 'infer', 'extends', 'mappedType', 'mappedType2', 'indexAccess', 'keyof'],
];

function describeOperation(
    program: Program,
    operation: DeepkitOperation,
    next: DeepkitOperation | undefined,
): string | undefined {
    const {name} = operation;
    // Constructors have no return type.
    if (name === 'any' && next?.name === 'method') return undefined;
    if (name === 'any' || name === 'never')
        return describeLost(name, next?.name === 'typeName' ? program[next.args[0] ?? -1] : name);
    if (computations.includes(name)) {
        return 'a conditional or mapped type, `keyof` or `User["id"]`, which Deepkit computes by rules of its own. Use TypeScript\'s utility types (`Pick`, `Omit`, …), or write out the type that it stands for.';
    }
    if (name === 'typeof' && !(resolve(program, operation) instanceof RegExp)) {
        return 'a `typeof`, which Deepkit infers from the value that is there at run time. Write out the type.';
    }
    if (references.includes(name) && !isThere(resolve(program, operation))) {
        return 'a type that is not there when the routes are registered. Are there files that import each other? Move the type to a file of its own.';
    }
    return undefined;
}

/** 0 stands for the program itself. */
function isThere(target: unknown): boolean {
    return Array.isArray(target) || typeof target === 'function' || typeof target === 'number';
}

function describeLost(name: string, typeName: unknown): string {
    return typeName === name
        ? `\`${name}\`, which is also what Deepkit's compiler makes of a type that it can't find: of a renamed import, of a type in a namespace or of another package. Import the type under its own name, and write \`unknown\` or \`undefined\` where you mean these.`
        : `\`${typeName}\`, of which Deepkit's compiler kept nothing: it was imported with \`import type\`, or from a package without run-time types. Import it from a file that Deepkit compiles.`;
}

/** What an operation refers to: a program, a class, a value. */
function resolve(program: Program, {args: [position = -1]}: DeepkitOperation): unknown {
    const target = program[position];
    if (typeof target !== 'function') return target;
    try {
        return target();
    } catch {
        return undefined;
    }
}

function findTypeName(program: Program, operations: readonly DeepkitOperation[]): string | undefined {
    const last = operations.findLast(({name}) => name !== 'nominal');
    const name = last?.name === 'typeName' ? program[last.args[0] ?? -1] : undefined;
    return typeof name === 'string' ? name : undefined;
}

function toOperations(program: Program): DeepkitOperation[] {
    const text = program.at(-1);
    return typeof text === 'string' ? readOperations(text) : [];
}

/** TypeScript's utility types that Deepkit computes as TypeScript does, as Deepkit's compiler writes them. */
const utilityTypes: readonly Program[] = [
    ['T', 'Partial', 'l+e#!e"!fRb!Pde"!gN#"w"y'],
    ['T', 'Required', 'l+e#!e"!fRb!Pde"!gN##w"y'],
    ['T', 'Readonly', 'l+e#!e"!fRb!Pde"!gN#%w"y'],
    ['T', 'K', 'Pick', 'l+e#!e"!fRb!b"Pde""N#!w#y'],
    ['K', 'T', 'Record', 'l\'e#"Rb!b"Pde"!N#!w#y'],
    ['T', 'K', () => 'Pick', () => 'Exclude', 'Omit', 'b!b"e!!e!!ge!"o$#o##w%y'],
    ['T', 'U', 'Exclude', 'l6!Re$!RPe#!e$"qk#%QRb!b"Pde"!p)w#y'],
    ['T', 'U', 'Extract', 'l6e$!R!RPe#!e$"qk#\'QRb!b"Pde"!p)w#y'],
];

let knownTexts: ReadonlySet<string> | undefined;

/** Whether a program is one of Deepkit's own types, or of those utility types. Compared by text: there may be two copies of Deepkit. */
export function isKnownProgram(program: Program): boolean {
    knownTexts ??= new Set(
        [...collect(listOwnPrograms(), {follows: () => false, stopsAt: () => false}), ...utilityTypes].map(toText),
    );
    return knownTexts.has(toText(program));
}

function toText(program: Program): string {
    return JSON.stringify(program.map((part) => (typeof part === 'function' ? null : String(part))));
}
