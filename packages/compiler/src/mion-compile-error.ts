import type {CompileDiagnostic} from './compile-diagnostic.ts';

/** All the reasons why a file does not compile. Its message, and its stack as well, list them with their code frames. */
export class MionCompileError extends Error {
    override readonly name = 'MionCompileError';
    declare readonly diagnostics: readonly CompileDiagnostic[];
    /** The other files in which the reasons may lie: a change in one of them can change the outcome. */
    declare readonly dependencies: readonly string[];

    constructor(diagnostics: readonly CompileDiagnostic[], dependencies: readonly string[] = []) {
        super(diagnostics.map(formatDiagnostic).join('\n\n'));
        // For tools that print the stack or every property: where in mion it was thrown interests nobody, and once is enough.
        this.stack = `${this.name}: ${this.message}\n`;
        Object.defineProperties(this, {diagnostics: {value: diagnostics}, dependencies: {value: dependencies}});
    }
}

/** A diagnostic as text: place, message, code frame. */
export function formatDiagnostic({file, line, column, message, frame}: CompileDiagnostic): string {
    const head = `${file}:${line}:${column} ${message}`;
    return frame === undefined ? head : `${head}\n\n${frame}`;
}
