import type {MethodKind, MethodModel} from '@mionkit/core';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {readParams} from './read-params.ts';
import {readResult} from './read-result.ts';
import type {Signature} from './typescript-api.ts';

/** The model of one handler. Raw hooks take nothing from clients and send nothing. */
export function readMethod(context: ReadContext, kind: MethodKind, signature: Signature, place: Place): MethodModel {
    if (kind === 'rawHook') return {params: [], returns: {kind: 'undefined'}};
    return {params: readParams(context, signature, place), ...readResult(context, signature, place)};
}
