import type {MethodModel, TypeModel} from '@mionkit/core';
import {getChildren, getHoles} from './model-children.ts';

/** What is known of models, which never change. */
const known = new WeakMap<TypeModel, boolean>();

/** Whether a method's types contain a reference to a definition, so that its model doesn't say all about it. */
export function hasReference({params, returns, errors = []}: MethodModel): boolean {
    return (
        params.some(({type}) => refersToDefinition(type)) ||
        refersToDefinition(returns) ||
        errors.some(({errorData}) => errorData !== undefined && refersToDefinition(errorData))
    );
}

function refersToDefinition(model: TypeModel): boolean {
    if (model.kind === 'ref') return true;
    const answer =
        known.get(model) ?? (model.kind === 'template' ? getHoles(model) : getChildren(model)).some(refersToDefinition);
    known.set(model, answer);
    return answer;
}
