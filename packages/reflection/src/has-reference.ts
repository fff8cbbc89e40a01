import type {MethodModel, TypeModel} from '@mionkit/core';
import {getChildren, getHoles} from './model-children.ts';

/** Whether a method's types contain a reference to a definition, so that its model doesn't say all about it. */
export function hasReference({params, returns, errors = []}: MethodModel): boolean {
    const models = [...params.map(({type}) => type), returns, ...errors.flatMap(({errorData = []}) => errorData)];
    return models.some(refersToDefinition);
}

function refersToDefinition(model: TypeModel): boolean {
    const parts = model.kind === 'template' ? getHoles(model) : getChildren(model);
    return model.kind === 'ref' || parts.some(refersToDefinition);
}
