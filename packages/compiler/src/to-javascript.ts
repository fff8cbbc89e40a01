import {extname} from 'node:path';
import {type Loader, type TransformOptions, transformSync} from 'esbuild';
import {getTsconfig} from 'get-tsconfig';
import type {SourceMap} from 'magic-string';

/** The module system that JavaScript is written for. */
export type ModuleFormat = 'esm' | 'cjs';

/** TypeScript text, with the map back to the file if it isn't the file's own text. */
export interface TypeScriptSource {
    readonly code: string;
    readonly map?: SourceMap;
}

const LOADERS: Readonly<Record<string, Loader>> = {
    '.ts': 'ts',
    '.mts': 'ts',
    '.cts': 'ts',
    '.tsx': 'tsx',
    '.js': 'js',
    '.mjs': 'js',
    '.cjs': 'js',
    '.jsx': 'jsx',
};

/** The compiler options that change what esbuild writes for a single file. */
const EMIT_OPTIONS = [
    'experimentalDecorators',
    'jsx',
    'jsxFactory',
    'jsxFragmentFactory',
    'jsxImportSource',
    'target',
    'useDefineForClassFields',
    'verbatimModuleSyntax',
] as const;

type EmitOptions = NonNullable<Exclude<TransformOptions['tsconfigRaw'], string | undefined>['compilerOptions']>;

/** JavaScript for the running Node, with an inline source map that leads back to `fileName`. */
export function toJavaScript(source: TypeScriptSource, fileName: string, format: ModuleFormat): string {
    return transformSync(source.code + mapComment(source.map), {
        loader: LOADERS[extname(fileName)] ?? 'ts',
        format,
        platform: 'node',
        target: `node${process.versions.node}`,
        sourcemap: 'inline',
        sourcefile: fileName,
        tsconfigRaw: {compilerOptions: emitOptions(fileName)},
    }).code;
}

/** What besides its text decides the JavaScript of a file, as text. */
export function javaScriptSettings(fileName: string): string {
    return JSON.stringify([process.versions.node, emitOptions(fileName)]);
}

/** esbuild follows the map of its input, so that two steps make one map. */
function mapComment(map: SourceMap | undefined): string {
    if (map === undefined) return '';
    return `\n//# sourceMappingURL=${map.toUrl()}`;
}

function emitOptions(fileName: string): EmitOptions {
    const options = getTsconfig(fileName)?.config.compilerOptions ?? {};
    return Object.fromEntries(EMIT_OPTIONS.map((name) => [name, options[name]]));
}
