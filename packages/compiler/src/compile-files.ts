import {readFileSync} from 'node:fs';
import type {CompileDiagnostic} from './compile-diagnostic.ts';
import {type Compiler, type CompilerOptions, createCompiler, type TransformResult} from './compiler.ts';
import {MionCompileError} from './mion-compile-error.ts';

/** Compiles those of the files that register routes. Throws one `MionCompileError` for everything that does not compile. */
export function compileFiles(fileNames: readonly string[], options?: CompilerOptions): Map<string, TransformResult> {
    const compiler = createCompiler(options);
    const results = new Map<string, TransformResult>();
    const diagnostics: CompileDiagnostic[] = [];
    for (const fileName of fileNames.filter((name) => /\.[cm]?[jt]sx?$/.test(name))) {
        const result = tryTransform(fileName, compiler);
        if (result instanceof MionCompileError) diagnostics.push(...result.diagnostics);
        else if (result) results.set(fileName, result);
    }
    compiler.close();
    if (diagnostics.length > 0) throw new MionCompileError(diagnostics);
    return results;
}

function tryTransform(fileName: string, compiler: Compiler): TransformResult | MionCompileError | undefined {
    try {
        return compiler.transform(readFileSync(fileName, 'utf8'), fileName);
    } catch (error) {
        if (error instanceof MionCompileError) return error;
        throw error;
    }
}
