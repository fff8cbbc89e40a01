import type {TypeModel} from '@mionkit/core';
import type {Operation, TypeFunction} from './generation.ts';
import {getChildren, getHoles} from './model-children.ts';

/** What was found out about a model. Models never change, so it holds for as long as there is the model. */
export interface ModelFacts {
    /** There is a reference to a definition in it, so that it doesn't say all about itself. */
    refers: boolean;
    /** Its code counts what it does: for `unknown`, and for recursive types. */
    needsBudget: boolean;
    /** The same where texts are limited: also for those of a limited length. */
    needsBudgetForTexts: boolean;
    /** Its hash, where it says all about itself. */
    hash: string | undefined;
    /** Its functions, where it says all about itself. */
    functions: Partial<Record<Operation, TypeFunction>> | undefined;
}

const facts = new WeakMap<TypeModel, ModelFacts>();

const limitedKinds: ReadonlySet<TypeModel['kind']> = new Set(['bigint', 'url', 'regexp'] as const);

/** Whether the budget limits how long the texts of a type may be. */
export function hasTextLimit({kind}: TypeModel): boolean {
    return limitedKinds.has(kind);
}

/** The facts of a model, some of which are found out later. There is one table of them, as tables with weak keys are slow. */
export function getFacts(model: TypeModel): ModelFacts {
    let known = facts.get(model);
    if (known === undefined) {
        known = findFacts(model);
        facts.set(model, known);
    }
    return known;
}

function findFacts(model: TypeModel): ModelFacts {
    // Front ends write recursive types as references.
    const isReference = model.kind === 'ref';
    const needsBudget = isReference || model.kind === 'unknown';
    const needsBudgetForTexts = needsBudget || hasTextLimit(model);
    const found: ModelFacts = {refers: isReference, needsBudget, needsBudgetForTexts, hash: undefined, functions: undefined};
    for (const part of getChildren(model)) addFacts(found, getFacts(part));
    if (model.kind === 'template') found.refers = getHoles(model).some((hole) => getFacts(hole).refers);
    return found;
}

function addFacts(whole: ModelFacts, part: ModelFacts): void {
    whole.refers ||= part.refers;
    whole.needsBudget ||= part.needsBudget;
    whole.needsBudgetForTexts ||= part.needsBudgetForTexts;
}
