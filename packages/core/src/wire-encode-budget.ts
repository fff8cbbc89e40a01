import type {ValidationBudget} from './compiled-routes.ts';

/** The budget of encoding one value, which is the program's own: it keeps cycles and hopeless searches from taking the process down. */
export function createEncodeBudget(): ValidationBudget {
    return {maxDepth: 500, steps: 10_000_000, maxIssues: 1};
}
