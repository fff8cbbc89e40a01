import type {TypeModel} from '@mionkit/core';
import type {Generation} from './generation.ts';

/** Where an expression that decodes stands. */
export interface DecodeScope {
    readonly generation: Generation;
    readonly depth: string;
    /** The expression of the live value of what `JSON.parse` made. */
    readonly decode: (model: TypeModel, value: string) => string;
    /** The same scope at another depth. */
    readonly at: (depth: string) => DecodeScope;
}

const decodedKinds: ReadonlySet<TypeModel['kind']> = new Set([
    ...(['date', 'undefined', 'url', 'regexp', 'bytes', 'bigint', 'codec'] as const),
    ...(['set', 'map', 'object', 'record'] as const),
]);

/** Whether decoding a type makes anything else than `JSON.parse` did. Objects are made anew, without what is undeclared. */
export function needsDecoding(model: TypeModel, {graph}: Generation): boolean {
    const isDecoded = (part: TypeModel) =>
        decodedKinds.has(part.kind) ||
        (part.kind === 'union' && part.tags !== undefined) ||
        (part.kind === 'tuple' && part.elements.some((element) => element.optional));
    return graph.contains(model, isDecoded);
}
