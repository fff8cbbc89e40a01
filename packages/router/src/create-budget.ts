import type {ValidationBudget} from '@mionkit/core';
import type {Call} from './call.ts';

/** How much work one check may do, by the size of what is checked, in characters of JSON text: by default the body's. */
export function createBudget({source, context}: Call, size = source.rawBody.length): ValidationBudget {
    const {options} = context.router;
    const {maxDepth, maxValidationErrors, maxValidationSteps} = options;
    return {maxDepth, maxIssues: maxValidationErrors, steps: maxValidationSteps * size, limits: options};
}
