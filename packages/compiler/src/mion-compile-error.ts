import type {CompileDiagnostic} from './compile-diagnostic.ts';

/** All the reasons why a file does not compile. Its message lists them with their code frames. */
export class MionCompileError extends Error {
    override readonly name = 'MionCompileError';
    readonly diagnostics: readonly CompileDiagnostic[];

    constructor(diagnostics: readonly CompileDiagnostic[]) {
        super(diagnostics.map(formatDiagnostic).join('\n\n'));
        this.diagnostics = diagnostics;
    }
}

/** A diagnostic as text: place, message, code frame. */
export function formatDiagnostic({file, line, column, message, frame}: CompileDiagnostic): string {
    const head = `${file}:${line}:${column} ${message}`;
    return frame === undefined ? head : `${head}\n\n${frame}`;
}
