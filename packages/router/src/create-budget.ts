import type {ValidationBudget} from '@mionkit/core';
import type {RouterOptions} from './router-options.ts';

/** How much work one check may do, by the size of what is checked, in characters of JSON text. */
export function createBudget({maxDepth, maxValidationErrors, maxValidationSteps}: RouterOptions, size: number): ValidationBudget {
    return {maxDepth, maxIssues: maxValidationErrors, steps: maxValidationSteps * size};
}
