import type {TypeModel} from '@mionkit/core';
import type {Place} from './place.ts';
import {type ReadContext, refuse} from './read-context.ts';
import type {TemplateLiteralType, Type} from './typescript-api.ts';

/** The model of a template literal type. */
export function readTemplate(context: ReadContext, type: TemplateLiteralType, place: Place): TypeModel {
    const holes = context.view.partsOf(type).map((hole) => readHole(context, hole, place));
    const parts = type.texts.flatMap((text, index): (string | TypeModel)[] => {
        const hole = holes[index];
        return [...(text === '' ? [] : [text]), ...(hole === undefined ? [] : [hole])];
    });
    return {kind: 'template', parts};
}

/** Constraints inside a template would have to be checked for each way to divide the text, so they are refused. */
function readHole(context: ReadContext, type: Type, place: Place): TypeModel {
    const model = context.readType(type, place);
    const {kind, ...constraints} = context.lookUp(model);
    if (!['string', 'number', 'bigint'].includes(kind) || Object.keys(constraints).length === 0) return model;
    return refuse(
        context,
        place,
        'is a template literal type with a constraint in it. Put the constraint on the whole: `string & Pattern<…>`.',
    );
}
