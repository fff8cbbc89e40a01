import type {TypeModel} from '@mionkit/core';
import type {DeepkitContext} from './deepkit-context.ts';
import type {DeepkitPlace} from './deepkit-place.ts';
import {ReflectionKind, type Type, type TypeTemplateLiteral} from './from-deepkit.ts';

/** The model of a template literal type. */
export function readDeepkitTemplate(context: DeepkitContext, {types}: TypeTemplateLiteral, place: DeepkitPlace): TypeModel {
    const parts = types.map((part: Type) => {
        if (part.kind === ReflectionKind.literal) return String(part.literal);
        return context.readType(part, place);
    });
    return {kind: 'template', parts: joinTexts(parts)};
}

function joinTexts(parts: readonly (string | TypeModel)[]): (string | TypeModel)[] {
    const joined: (string | TypeModel)[] = [];
    for (const part of parts) {
        const last = joined.at(-1);
        if (typeof part === 'string' && typeof last === 'string') joined.splice(-1, 1, last + part);
        else if (part !== '') joined.push(part);
    }
    return joined;
}
