import type {TypeModel} from '@mionkit/core';
import {getFacts} from './model-facts.ts';

/** Whether the code for a type counts what it does: for `unknown`, for recursive types, and where texts are limited for those of a limited length. */
export function needsBudget(model: TypeModel, areTextsLimited: boolean): boolean {
    const facts = getFacts(model);
    return areTextsLimited ? facts.needsBudgetForTexts : facts.needsBudget;
}
