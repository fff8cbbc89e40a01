import type {TypeModel} from '@mionkit/core';
import {listParts} from './model-children.ts';

/** The names that a model refers to. */
export function listReferences(model: TypeModel, found: string[] = []): string[] {
    if (model.kind === 'ref') found.push(model.name);
    else for (const part of listParts(model)) listReferences(part, found);
    return found;
}

/** The strongly connected components with a cycle in them (Tarjan's algorithm). */
export function findCycles(edges: ReadonlyMap<string, readonly string[]>): Set<string>[] {
    const order = new Map<string, number>();
    const path: string[] = [];
    const onPath = new Set<string>();
    const cycles: Set<string>[] = [];
    function visit(key: string): number {
        const index = order.size;
        order.set(key, index);
        let low = index;
        path.push(key);
        onPath.add(key);
        for (const next of edges.get(key) ?? []) {
            if (!edges.has(next)) continue;
            if (!order.has(next)) low = Math.min(low, visit(next));
            else if (onPath.has(next)) low = Math.min(low, order.get(next) ?? low);
        }
        if (low === index) closeComponent(key);
        return low;
    }
    function closeComponent(root: string): void {
        const component = new Set(path.splice(path.lastIndexOf(root)));
        for (const key of component) onPath.delete(key);
        if (component.size > 1 || edges.get(root)?.includes(root)) cycles.push(component);
    }
    for (const key of edges.keys()) if (!order.has(key)) visit(key);
    return cycles;
}

/** Makes the test whether a model refers to one of some names. It keeps its answers. */
export function createReferenceTest(names: ReadonlySet<string>): (model: TypeModel) => boolean {
    const known = new WeakMap<TypeModel, boolean>();
    function refers(model: TypeModel): boolean {
        if (model.kind === 'ref') return names.has(model.name);
        const answer = known.get(model) ?? listParts(model).some(refers);
        known.set(model, answer);
        return answer;
    }
    return refers;
}
