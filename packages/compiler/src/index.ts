/** For build tools: one function that compiles a file. */
export type {CompileDiagnostic} from './compile-diagnostic.ts';
export {type Compiler, type CompilerOptions, createCompiler, type TransformResult} from './compiler.ts';
export {formatDiagnostic, MionCompileError} from './mion-compile-error.ts';
export type {SourceMap} from './source-map.ts';
