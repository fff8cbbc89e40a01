import {version as esbuildVersion, type TransformOptions, transformSync} from 'esbuild';
import {getTsconfig} from 'get-tsconfig';
import type {SourceMap} from './source-map.ts';
import {toLoader} from './to-loader.ts';

/** The module system that JavaScript is written for. */
export type ModuleFormat = 'esm' | 'cjs';

/** TypeScript text, with the map back to the file if it isn't the file's own text. */
export interface TypeScriptSource {
    readonly code: string;
    readonly map?: SourceMap;
}

/** The compiler options that change what esbuild writes for a single file. */
const emitOptionNames = [
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
        loader: toLoader(fileName),
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
    return JSON.stringify([process.versions.node, esbuildVersion, emitOptions(fileName)]);
}

/** esbuild follows the map of its input, so that two steps make one map. */
function mapComment(map: SourceMap | undefined): string {
    if (map === undefined) return '';
    return `\n//# sourceMappingURL=${map.toUrl()}`;
}

function emitOptions(fileName: string): EmitOptions {
    const options = getTsconfig(fileName)?.config.compilerOptions ?? {};
    return Object.fromEntries(emitOptionNames.map((name) => [name, options[name]]));
}
