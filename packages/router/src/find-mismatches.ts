import type {CompiledMethod, CompiledRoutes} from '@mionkit/core';
import {getOwn} from './get-own.ts';
import type {TreeMethod} from './read-routes.ts';

/** In which ways a tree differs from what the compiler saw: each a sentence. Empty when they agree. */
export function findMismatches(methods: readonly TreeMethod[], compiled: CompiledRoutes): string[] {
    const ids = new Set(methods.map(({id}) => id));
    const absent = Object.entries(compiled.methods).filter(([id, entry]) => !entry.optional && !ids.has(id));
    return [
        ...methods.flatMap((method) => findMismatch(method, getOwn(compiled.methods, method.id)) ?? []),
        ...absent.map(([id]) => `'${id}' is in the type of the tree, but not in the tree.`),
    ];
}

function findMismatch({id, kind, handler}: TreeMethod, compiled: CompiledMethod | undefined): string | undefined {
    if (compiled === undefined)
        return `'${id}' is in the tree, but not in its type, so it can't be validated. Give the tree a type that shows it.`;
    if (compiled.kind !== kind) return `'${id}' is a ${kind} in the tree, but a ${compiled.kind} in its type.`;
    if (kind === 'rawHook' || compiled.paramCount < 0) return undefined;
    // Params with a default value and rest params don't count in a function's length, so only more than declared is wrong.
    const paramCount = handler.length - 1;
    if (paramCount <= compiled.paramCount) return undefined;
    return `'${id}' takes ${paramCount} params in the tree, but ${compiled.paramCount} in its type.`;
}
