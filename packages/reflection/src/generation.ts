import type {Definitions, TypeModel} from '@mionkit/core';
import {nameMark} from './code-text.ts';
import {createModelHash, type HashModel} from './hash-model.ts';
import {hashText} from './hash-text.ts';
import {getFacts} from './model-facts.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';

/** What code is generated for: each makes one function of a type. */
export type Operation = 'isWire' | 'isStrict' | 'isLive' | 'decode' | 'encode' | 'hasLiteral' | 'pattern' | 'matches';

/** The code of one `registerRoutes` call while it is being made. */
export interface Generation {
    readonly graph: TypeGraph;
    readonly hash: HashModel;
    /** The local name of one of the functions of `@mionkit/core/wire`. */
    readonly use: (name: string) => string;
    /** The name of a type's function. `write` makes its text, when the code that calls it is added. */
    readonly define: <TModel extends TypeModel>(operation: Operation, model: TModel, write: WriteFunction<TModel>) => string;
    /** Whether the function of a type takes the budget and the depth. */
    readonly needsBudget: (operation: Operation, model: TypeModel) => boolean;
    /** Code with what it needs. Later generations may add it too, unless there are references in what it was made from. */
    readonly make: (write: () => string) => Code;
    /** Adds what code needs, and gives its final text. */
    readonly add: (code: Code) => string;
    readonly getImports: () => string[];
    readonly getFunctions: () => string;
}

/** A piece of code. Its names depend on nothing but the types, so that it can be kept. */
export interface Code {
    readonly text: string;
    readonly imports: readonly string[];
    /** The functions that it calls, in the order of the calls. */
    readonly calls: readonly TypeFunction[];
    /** Its text with short names, as it was the last time. */
    short: {readonly names: string; readonly text: string} | undefined;
}

/** Writes the text of a type's function. */
export type WriteFunction<TModel extends TypeModel = TypeModel> = (name: string, model: TModel, generation: Generation) => string;

/** The function of a type. */
export interface TypeFunction<TModel extends TypeModel = TypeModel> {
    readonly name: string;
    readonly hash: string;
    readonly model: TModel;
    write(name: string, model: TModel, generation: Generation): string;
    /** Once it is made. */
    code: Code | undefined;
}

/** Starts generating. */
export function createGeneration(definitions: Definitions): Generation {
    const graph = createTypeGraph(definitions);
    const hash = createModelHash(definitions, graph);
    const functions = new Map<string, TypeFunction>();
    /** Of types by their hashes, in the order of the functions. */
    const numbers = new Map<string, number>();
    const imports = new Set<string>();
    /** Of the code that is being made. */
    const needs: {imports: string[]; calls: TypeFunction[]} = {imports: [], calls: []};

    function make(write: () => string): Code {
        needs.imports.length = 0;
        needs.calls.length = 0;
        return {text: write(), imports: needs.imports.slice(), calls: needs.calls.slice(), short: undefined};
    }

    /** Functions stand behind the one that calls them first. */
    function add(code: Code): string {
        for (const name of code.imports) imports.add(name);
        const open = code.calls.toReversed();
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            if (functions.has(next.name)) continue;
            functions.set(next.name, next);
            if (!numbers.has(next.hash)) numbers.set(next.hash, numbers.size + 1);
            const {name, model} = next;
            next.code ??= make(() => next.write(name, model, generation));
            for (const used of next.code.imports) imports.add(used);
            open.push(...next.code.calls.toReversed());
        }
        return shorten(code, code.calls);
    }

    /** Numbers take the place of hashes. While code is made, names must not depend on what else there is. */
    function shorten(code: Code, named: readonly TypeFunction[]): string {
        const names = named.map(({hash: ofType}) => numbers.get(ofType)).join();
        if (code.short?.names === names) return code.short.text;
        const pieces = code.text.split(nameMark);
        const text = pieces.map((piece, index) => (index % 2 === 0 ? piece : numbers.get(piece))).join('');
        code.short = {names, text};
        return text;
    }

    function toText(made: TypeFunction): string {
        return made.code === undefined ? '' : shorten(made.code, [made, ...made.code.calls]);
    }

    /** A `ref` takes the budget to count levels, and what it points to may not: they are equal types with different functions. */
    function toFunctionHash(model: TypeModel): string {
        return graph.isRecursive(model) ? hashText(`ref ${hash(model)}`) : hash(model);
    }

    function findFunction<TModel extends TypeModel>(
        operation: Operation,
        model: TModel,
        write: WriteFunction<TModel>,
    ): TypeFunction {
        const facts = getFacts(model);
        const known = facts.functions?.[operation];
        if (known !== undefined) return known;
        const functionHash = toFunctionHash(model);
        const created: TypeFunction<TModel> = {
            name: `${operation}${nameMark}${functionHash}${nameMark}`,
            hash: functionHash,
            model,
            write,
            code: undefined,
        };
        if (facts.refers) return created;
        facts.functions ??= {};
        facts.functions[operation] = created;
        return created;
    }

    const generation: Generation = {
        graph,
        hash,
        make,
        add,
        needsBudget(operation, model) {
            const {needsBudget, needsBudgetForTexts} = getFacts(model);
            // Programs may send texts of any length.
            return operation === 'encode' || operation === 'isLive' ? needsBudget : needsBudgetForTexts;
        },
        use(name) {
            imports.add(name);
            if (!needs.imports.includes(name)) needs.imports.push(name);
            return `mion$${name}`;
        },
        define(operation, model, write) {
            const called = findFunction(operation, model, write);
            if (!needs.calls.includes(called)) needs.calls.push(called);
            return called.name;
        },
        getImports: () => [...imports].sort(),
        getFunctions: () => Array.from(functions.values(), toText).join('\n'),
    };
    return generation;
}

/** The expression of the depth one recursive type further in. */
export function addDepth(depth: string): string {
    const [, variable, added = '0'] = /^(?:(d)(?: \+ )?)?(\d+)?$/.exec(depth) ?? [];
    return variable ? `d + ${Number(added) + 1}` : `${Number(added) + 1}`;
}

/** Where a function of a type is called. */
interface CallPlace {
    readonly generation: Generation;
    readonly operation: Operation;
    readonly depth: string;
}

/** The arguments of a call of a type's function. */
export function toArguments(model: TypeModel, value: string, {generation, operation, depth}: CallPlace): string {
    if (!generation.needsBudget(operation, model)) return value;
    return `${value}, b, ${generation.graph.isRecursive(model) ? addDepth(depth) : depth}`;
}

/** The params of a type's function. */
export function toParams(model: TypeModel, {generation, operation}: Omit<CallPlace, 'depth'>): string {
    return generation.needsBudget(operation, model) ? 'v, b, d' : 'v';
}
