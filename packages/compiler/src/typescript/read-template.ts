import type {TypeModel} from '@mionkit/core';
import type {Place} from './place.ts';
import type {ReadContext} from './read-context.ts';
import type {TemplateLiteralType} from './typescript-api.ts';

/** The model of a template literal type. */
export function readTemplate(context: ReadContext, type: TemplateLiteralType, place: Place): TypeModel {
    const holes = type.getTypes().map((hole) => context.readType(hole, place));
    const parts = type.texts.flatMap((text, index): (string | TypeModel)[] => {
        const hole = holes[index];
        return [...(text === '' ? [] : [text]), ...(hole === undefined ? [] : [hole])];
    });
    return {kind: 'template', parts};
}
