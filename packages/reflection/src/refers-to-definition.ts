import type {TypeModel} from '@mionkit/core';
import {getChildren, getHoles} from './model-children.ts';

/** Whether a model contains a reference, so that it doesn't say all about itself. */
export function refersToDefinition(model: TypeModel): boolean {
    const parts = model.kind === 'template' ? getHoles(model) : getChildren(model);
    return model.kind === 'ref' || parts.some(refersToDefinition);
}
