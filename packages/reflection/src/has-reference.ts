import type {MethodModel, TypeModel} from '@mionkit/core';
import {getFacts} from './model-facts.ts';

/** Whether a method's types contain a reference to a definition, so that its model doesn't say all about it. */
export function hasReference({params, returns, errors = []}: MethodModel): boolean {
    return (
        params.some(({type}) => refersToDefinition(type)) ||
        refersToDefinition(returns) ||
        errors.some(({errorData}) => errorData !== undefined && refersToDefinition(errorData))
    );
}

/** Whether a model contains a reference to a definition. */
export function refersToDefinition(model: TypeModel): boolean {
    return getFacts(model).refers;
}
