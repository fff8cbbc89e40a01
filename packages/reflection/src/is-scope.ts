import type {TypeModel} from '@mionkit/core';
import {toLiteral, toRead} from './code-text.ts';
import type {Generation} from './generation.ts';

/** Where a condition stands, and which form of values it is about. */
export interface IsScope {
    readonly generation: Generation;
    /** `isWire`: what `JSON.parse` made. `isStrict`: the same, without undeclared properties. `isLive`: what programs have. */
    readonly operation: 'isWire' | 'isStrict' | 'isLive';
    /** The expression of the depth of recursive types, outside functions a number. */
    readonly depth: string;
    /** The condition that a value fits a type. */
    readonly is: (model: TypeModel, value: string) => string;
    /** The same scope at another depth. */
    readonly at: (depth: string) => IsScope;
}

const liveKinds: ReadonlySet<TypeModel['kind']> = new Set([
    ...(['undefined', 'date', 'url', 'regexp', 'bytes', 'bigint', 'codec', 'set', 'map', 'record'] as const),
]);

/** `isWire` where the code for a type would be the same, so that it is there once. */
export function toSharedOperation(
    {operation, generation: {graph}}: Pick<IsScope, 'operation' | 'generation'>,
    model: TypeModel,
): IsScope['operation'] {
    if (operation === 'isWire') return operation;
    const differs = operation === 'isStrict' ? isObject : hasLiveForm;
    return graph.contains(model, differs) ? operation : 'isWire';
}

function isObject({kind}: TypeModel): boolean {
    return kind === 'object' || kind === 'record';
}

function hasLiveForm(model: TypeModel): boolean {
    if (model.kind === 'union') return model.tags !== undefined;
    return liveKinds.has(model.kind) || (model.kind === 'tuple' && model.elements.some((element) => element.optional));
}

/** Kinds whose condition looks at nothing but the value itself, and needs no function. */
const leafKinds: ReadonlySet<TypeModel['kind']> = new Set([
    ...(['string', 'number', 'boolean', 'bigint', 'null', 'undefined', 'unknown', 'literal'] as const),
    ...(['template', 'date', 'url', 'regexp', 'bytes'] as const),
]);

/** Whether a model's condition looks at nothing but the value itself. */
export function isLeaf(model: TypeModel): boolean {
    return leafKinds.has(model.kind);
}

/** Reads a property; those that objects inherit count only as own properties. */
export function readCode(object: string, name: string, generation: Generation): string {
    if (name in Object.prototype) return `${generation.use('ownValue')}(${object}, ${toLiteral(name)})`;
    return toRead(object, name);
}

/** The name of the text form of a kind that travels as text. */
export function getFormName(model: TypeModel): string | undefined {
    switch (model.kind) {
        case 'url':
            return 'urlForm';
        case 'regexp':
            return 'regExpForm';
        case 'bigint':
            return 'bigIntForm';
        case 'bytes':
            return {Uint8Array: 'uint8ArrayForm', ArrayBuffer: 'arrayBufferForm', Buffer: 'bufferForm'}[model.type];
        default:
            return undefined;
    }
}
