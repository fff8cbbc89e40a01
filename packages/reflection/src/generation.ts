import type {Definitions, TypeModel} from '@mionkit/core';
import {createModelHash, type HashModel} from './hash-model.ts';
import {hashText} from './hash-text.ts';
import {needsBudget} from './needs-budget.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';

/** What code is generated for: each makes one function of a type. */
export type Operation = 'isWire' | 'isStrict' | 'isLive' | 'decode' | 'encode' | 'hasLiteral' | 'pattern' | 'matches';

/** The code of one `registerRoutes` call while it is being made. */
export interface Generation {
    readonly graph: TypeGraph;
    readonly hash: HashModel;
    /** The local name of one of the functions of `@mionkit/core/wire`. */
    readonly use: (name: string) => string;
    /** The name of a type's function. Its text is made once, whoever asks. */
    readonly define: (operation: Operation, model: TypeModel, make: (name: string) => string) => string;
    /** Whether the function of a type takes the budget and the depth. */
    readonly needsBudget: (operation: Operation, model: TypeModel) => boolean;
    /** What `make` makes for a key, with all functions and imports that it needs; also of an earlier generation, as long as the key lives. */
    readonly remember: <TValue>(memory: GenerationMemory<TValue>, key: object, make: () => TValue) => TValue;
    readonly getImports: () => string[];
    readonly getFunctions: () => string;
    /** The final text: with short names for the functions of types. */
    readonly shorten: (text: string) => string;
}

/** Values with code in them, that one generation makes and later ones take. */
export type GenerationMemory<TValue> = WeakMap<object, {readonly value: TValue; readonly needs: Needs}>;

/** What a piece of code needs. */
interface Needs {
    readonly imports: Set<string>;
    /** The functions of types by name, in the order of the calls; `undefined` where the function was there already. */
    readonly functions: Map<string, MadeFunction | undefined>;
}

interface MadeFunction {
    readonly text: string;
    readonly needs: Needs;
}

/** Starts generating. */
export function createGeneration(definitions: Definitions): Generation {
    const graph = createTypeGraph(definitions);
    const hash = createModelHash(definitions, graph);
    const imports = new Set<string>();
    const functions = new Map<string, string>();
    let needs = createNeeds();

    /** Makes something, and notes what it needs. */
    function note<TValue>(make: () => TValue): {readonly value: TValue; readonly needs: Needs} {
        const outer = needs;
        const own = createNeeds();
        needs = own;
        try {
            return {value: make(), needs: own};
        } finally {
            needs = outer;
        }
    }

    function define(name: string, make: (name: string) => string): MadeFunction | undefined {
        if (functions.has(name)) return undefined;
        functions.set(name, '');
        const {value: text, needs: own} = note(() => make(name));
        functions.set(name, text);
        return {text, needs: own};
    }

    /** Adds the functions that are missing to `found`; false when one of them was made for something else that is not there now. */
    function findMissing(own: Needs, found: Map<string, MadeFunction>): boolean {
        for (const [name, made] of own.functions) {
            if (functions.has(name) || found.has(name)) continue;
            if (made === undefined) return false;
            found.set(name, made);
            if (!findMissing(made.needs, found)) return false;
        }
        return true;
    }

    function addAll(own: Needs, found: ReadonlyMap<string, MadeFunction>): void {
        for (const name of own.imports) imports.add(name);
        for (const [functionName, made] of found) {
            functions.set(functionName, made.text);
            for (const name of made.needs.imports) imports.add(name);
        }
    }

    /** A `ref` takes the budget to count levels, and what it points to may not: they are equal types with different functions. */
    function toFunctionHash(model: TypeModel): string {
        return graph.isRecursive(model) ? hashText(`ref ${hash(model)}`) : hash(model);
    }

    return {
        graph,
        hash,
        // Programs may send texts of any length.
        needsBudget: (operation, model) => needsBudget(model, operation !== 'encode' && operation !== 'isLive'),
        use(name) {
            imports.add(name);
            needs.imports.add(name);
            return `mion$${name}`;
        },
        define(operation, model, make) {
            const name = `${operation}$${toFunctionHash(model)}`;
            const made = define(name, make);
            if (!needs.functions.has(name)) needs.functions.set(name, made);
            return name;
        },
        remember(memory, key, make) {
            const known = memory.get(key);
            const missing = new Map<string, MadeFunction>();
            if (known !== undefined && findMissing(known.needs, missing)) {
                addAll(known.needs, missing);
                return known.value;
            }
            const made = note(make);
            memory.set(key, made);
            return made.value;
        },
        getImports: () => [...imports].sort(),
        getFunctions: () => [...functions.values()].join('\n'),
        shorten: (text) => shortenNames(text, [...functions.keys()]),
    };
}

function createNeeds(): Needs {
    return {imports: new Set(), functions: new Map()};
}

/** Numbers in the place of hashes, in the order of the functions. While code is made, names must not depend on what else there is. */
function shortenNames(text: string, names: readonly string[]): string {
    const numbers = new Map<string, number>();
    for (const name of names) {
        const hash = name.slice(name.indexOf('$'));
        if (!numbers.has(hash)) numbers.set(hash, numbers.size + 1);
    }
    return text.replaceAll(/\$[0-9a-f]{16}/g, (hash) => String(numbers.get(hash) ?? hash));
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
