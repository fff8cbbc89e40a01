import type {TypeModel} from '@mionkit/core';
import {getChildren} from './model-children.ts';

const limitedKinds: ReadonlySet<TypeModel['kind']> = new Set(['bigint', 'url', 'regexp'] as const);

/** Whether the budget limits how long the texts of a type may be. */
export function hasTextLimit({kind}: TypeModel): boolean {
    return limitedKinds.has(kind);
}

/** What is known of models, which never change: with limits of texts and without. */
const known = {limited: new WeakMap<TypeModel, boolean>(), unlimited: new WeakMap<TypeModel, boolean>()};

/**
 * Whether the code for a type counts what it does: for `unknown`, for recursive types, and where texts are limited for those of a limited length.
 *
 * Computed once for a model.
 */
export function needsBudget(model: TypeModel, areTextsLimited: boolean): boolean {
    // Front ends write recursive types as references.
    if (model.kind === 'unknown' || model.kind === 'ref') return true;
    if (areTextsLimited && hasTextLimit(model)) return true;
    const answers = areTextsLimited ? known.limited : known.unlimited;
    const answer = answers.get(model) ?? getChildren(model).some((part) => needsBudget(part, areTextsLimited));
    answers.set(model, answer);
    return answer;
}
