import {describeCombination} from './deepkit-combinations.ts';
import {isKnownProgram, listPrograms} from './deepkit-program.ts';
import {findProgram, type Program, readFunctionType, type TypeFunction} from './from-deepkit.ts';

/** The type of a function, or why there is none that could be relied on: a sentence that the function's name begins. */
export type FunctionReading =
    | {readonly type: TypeFunction; readonly problem?: undefined}
    | {readonly type?: undefined; readonly problem: string};

/** Reads the run-time type of a function that Deepkit's compiler compiled. */
export function readDeepkitFunction(compiled: (...params: never[]) => unknown): FunctionReading {
    const program = findProgram(compiled);
    if (program === undefined) {
        return {
            problem:
                'has no run-time type, so nothing would be validated. Compile its file with Deepkit\'s type compiler (`"reflection": true` in its tsconfig), or with mion\'s.',
        };
    }
    return readProgram(compiled, program);
}

function readProgram(compiled: (...params: never[]) => unknown, program: Program): FunctionReading {
    const problems: string[] = [];
    try {
        const type = readFunctionType(compiled, {
            programs: listPrograms(program),
            watch(operation, types, owner) {
                if (Array.isArray(owner) && isKnownProgram(owner)) return;
                const problem = describeCombination(operation, types);
                if (problem === undefined) return;
                problems.push(problem);
                throw new Error(problem);
            },
        });
        if (type !== undefined) return {type};
    } catch (error) {
        problems.push(
            `has a type that Deepkit can't make: ${(error as Error).message}. Import its types under their own names, from files that Deepkit compiles, and register routes after what they use is defined.`,
        );
    }
    return {problem: problems[0] ?? 'has a run-time type that is no function.'};
}
