import {readFileSync} from 'node:fs';
import {relative} from 'node:path';
import type {OnLoadResult, PartialMessage, Plugin} from 'esbuild';
import type {CompileDiagnostic} from './compile-diagnostic.ts';
import {type Compiler, type CompilerOptions, createCompiler} from './compiler.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {toLoader} from './to-loader.ts';

/**
 * The plugin for esbuild.
 *
 * @example
 * await build({entryPoints: ['src/server.ts'], bundle: true, platform: 'node', format: 'esm', outdir: 'dist', plugins: [mion()]});
 */
export function mion(options?: CompilerOptions): Plugin {
    return {
        name: 'mion',
        setup(build) {
            const compiler = createCompiler(options);
            build.onStart(() => compiler.changed());
            build.onDispose(() => compiler.close());
            build.onLoad({filter: /\.[cm]?[jt]sx?$/}, ({path}) => load(path, compiler));
        },
    };
}

function load(fileName: string, compiler: Compiler): OnLoadResult | undefined {
    try {
        const compiled = compiler.transform(readFileSync(fileName, 'utf8'), fileName);
        if (!compiled) return undefined;
        const contents = `${compiled.code}\n//# sourceMappingURL=${compiled.map.toUrl()}`;
        return {contents, loader: toLoader(fileName), watchFiles: [fileName, ...compiled.dependencies]};
    } catch (error) {
        if (!(error instanceof MionCompileError)) throw error;
        return {errors: error.diagnostics.map(toMessage), watchFiles: [fileName, ...error.dependencies]};
    }
}

/** esbuild counts columns from 0, and in bytes. */
function toMessage({file, line, column, message}: CompileDiagnostic): PartialMessage {
    const lineText = readFileSync(file, 'utf8').split(/\r?\n/)[line - 1] ?? '';
    const before = Buffer.byteLength(lineText.slice(0, column - 1));
    return {text: message, location: {file: relative('.', file), line, column: before, lineText}};
}
