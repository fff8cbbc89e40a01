import type {Definitions, TypeModel} from '@mionkit/core';
import {createModelHash, type HashModel} from './hash-model.ts';
import {createTypeGraph, type TypeGraph} from './type-graph.ts';

/** What code is generated for: each makes one function of a type. */
export type Operation = 'isWire' | 'isLive' | 'decode' | 'encode' | 'hasLiteral' | 'pattern' | 'matches';

/** The code of one `registerRoutes` call while it is being made. */
export interface Generation {
    readonly graph: TypeGraph;
    readonly hash: HashModel;
    /** The local name of one of the functions of `@mionkit/core/wire`. */
    readonly use: (name: string) => string;
    /** The name of a type's function. Its text is made once, whoever asks. */
    readonly define: (operation: Operation, model: TypeModel, make: (name: string) => string) => string;
    /** Whether the functions of a type take the budget and the depth. */
    readonly needsBudget: (model: TypeModel) => boolean;
    readonly getImports: () => string[];
    readonly getFunctions: () => string;
}

/** Starts generating. */
export function createGeneration(definitions: Definitions): Generation {
    const graph = createTypeGraph(definitions);
    const hash = createModelHash(definitions, graph);
    const imports = new Set<string>();
    const numbers = new Map<string, number>();
    const functions = new Map<string, string>();
    const budgeted = new Map<string, boolean>();

    function toNumber(typeHash: string): number {
        const number = numbers.get(typeHash) ?? numbers.size + 1;
        numbers.set(typeHash, number);
        return number;
    }

    function needsBudget(model: TypeModel): boolean {
        const typeHash = hash(model);
        const known = budgeted.get(typeHash);
        if (known !== undefined) return known;
        const answer = graph.contains(model, (part) => part.kind === 'unknown' || graph.isRecursive(part));
        budgeted.set(typeHash, answer);
        return answer;
    }

    return {
        graph,
        hash,
        needsBudget,
        use(name) {
            imports.add(name);
            return `mion$${name}`;
        },
        define(operation, model, make) {
            const name = `${operation}${toNumber(hash(model))}`;
            if (!functions.has(name)) {
                functions.set(name, '');
                functions.set(name, make(name));
            }
            return name;
        },
        getImports: () => [...imports].sort(),
        getFunctions: () => [...functions.values()].join('\n'),
    };
}

/** The expression of the depth one recursive type further in. */
export function addDepth(depth: string): string {
    const [, variable, added = '0'] = /^(?:(d)(?: \+ )?)?(\d+)?$/.exec(depth) ?? [];
    return variable ? `d + ${Number(added) + 1}` : `${Number(added) + 1}`;
}

/** The arguments of a call of a type's function. */
export function toArguments(generation: Generation, model: TypeModel, value: string, depth: string): string {
    if (!generation.needsBudget(model)) return value;
    return `${value}, b, ${generation.graph.isRecursive(model) ? addDepth(depth) : depth}`;
}

/** The params of a type's function. */
export function toParams(generation: Generation, model: TypeModel): string {
    return generation.needsBudget(model) ? 'v, b, d' : 'v';
}
