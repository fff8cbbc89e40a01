import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import type {ProjectMemory} from './project-memory.ts';
import {type Diagnostic, DiagnosticCategory} from './typescript-api.ts';

/** Reports what makes every type of a program uncertain: errors of its configuration, and `null` that the types don't show. */
export function checkConfiguration({program, configErrors, programErrors}: ProgramView, problems: ProblemList): void {
    const errors = [...configErrors(), ...programErrors()].filter(isError);
    for (const error of errors) problems.addTypeScriptError(error, '(mion reads the tsconfig with TypeScript 7.)');
    const {strict = true, strictNullChecks = strict, configFilePath} = program.getCompilerOptions() as Options;
    if (strictNullChecks) return;
    problems.addForFile(
        configFilePath,
        '`strictNullChecks` is off, so types do not say where `null` and `undefined` can be, and mion could not validate them. Turn on `strict`, or `strictNullChecks` alone.',
    );
}

interface Options {
    readonly strict?: boolean;
    readonly strictNullChecks?: boolean;
    readonly configFilePath?: string;
}

/**
 * Reports the errors that TypeScript finds in the user's own files among these.
 *
 * A type alone doesn't show that something in it was unresolved: `Record<keyof Missing, string>` becomes `Record<string, string>`.
 */
export function checkFiles(view: ProgramView, problems: ProblemList, memory: ProjectMemory, paths: ReadonlySet<string>): void {
    view.askAll(listQuestions(view, memory, paths));
    for (const path of paths) {
        if (!view.isOwnSource(path) || memory.isKnownToBeCorrect(path)) continue;
        const errors = [...view.syntaxErrorsOf(path), ...view.typeErrorsOf(path)].filter(isError);
        if (errors.length === 0) memory.setCorrect(path);
        for (const error of errors) problems.addTypeScriptError(error, '(The types of routes depend on this file.)');
    }
}

/** Lets TypeScript begin with what `checkConfiguration` and `checkFiles` ask. */
export function beginCheck(view: ProgramView, memory: ProjectMemory, paths: Iterable<string>): void {
    view.askSoon([view.configErrors, view.programErrors, ...listQuestions(view, memory, paths)]);
}

function listQuestions(view: ProgramView, memory: ProjectMemory, paths: Iterable<string>): (() => unknown)[] {
    const unknown = [...paths].filter((path) => view.isOwnSource(path) && !memory.isKnownToBeCorrect(path));
    return unknown.flatMap((path) => [() => view.syntaxErrorsOf(path), () => view.typeErrorsOf(path)]);
}

/**
 * What concerns only where TypeScript would write files: `rootDir` is missing where `outDir` stands (5011) or a file is outside of it (6059),
 * an output would replace an input (5055) or another output (5056), a composite project doesn't list a file (6307).
 */
const layoutErrors: ReadonlySet<number> = new Set([5011, 5055, 5056, 6059, 6307]);

/** Unused declarations are errors where the tsconfig says so, but they change no type. */
function isError({category, code, reportsUnnecessary}: Diagnostic): boolean {
    return category === DiagnosticCategory.Error && reportsUnnecessary !== true && !layoutErrors.has(code);
}
