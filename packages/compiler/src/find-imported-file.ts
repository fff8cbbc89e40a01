import {realpathSync, statSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {createPathsMatcher, getTsconfig, type PathsMatcher, type TsConfigResult} from 'get-tsconfig';

/** By the extension that an import is written with: the extensions of the file that it may mean, in TypeScript's order. */
const sourceExtensions: Readonly<Record<string, readonly string[]>> = {
    '.js': ['.ts', '.tsx'],
    '.jsx': ['.tsx'],
    '.mjs': ['.mts'],
    '.cjs': ['.cts'],
};

/** What may be left out of an import where TypeScript resolves as bundlers do. */
const optionalEndings = ['.ts', '.tsx', '.js', '/index.ts', '/index.tsx', '/index.js'];

/**
 * The file that TypeScript takes for an import: `x.ts` for `./x.js` or `./x`, and what `paths` in tsconfig.json say.
 *
 * `undefined` where Node's own rules hold: packages, and imports of a package in node_modules.
 */
export function findImportedFile(specifier: string, importer: string): string | undefined {
    const found = listPossibleFiles(specifier, importer).find(isFile);
    return found && realpathSync(found);
}

/** The files that TypeScript would take for an import, in its order. None where Node's own rules hold. */
export function listPossibleFiles(specifier: string, importer: string): string[] {
    if (importer.includes('/node_modules/')) return [];
    const paths = /^\.{0,2}\//.test(specifier)
        ? [resolve(dirname(importer), specifier)]
        : (pathsMatcherOf(dirname(importer))?.(specifier) ?? []);
    return paths.flatMap(sourceCandidates);
}

/** Whether TypeScript reads the types of a JavaScript file: its tsconfig says `allowJs` or `checkJs`. */
export function hasTypes(fileName: string): boolean {
    const {allowJs, checkJs = false} = tsconfigOf(dirname(fileName))?.config.compilerOptions ?? {};
    return allowJs ?? checkJs;
}

function sourceCandidates(path: string): string[] {
    const [, base = path, extension = ''] = /^(.*)(\.[cm]?jsx?)$/.exec(path) ?? [];
    const sources = (sourceExtensions[extension] ?? []).map((each) => base + each);
    return [...sources, path, ...optionalEndings.map((ending) => path + ending)];
}

function isFile(path: string): boolean {
    return statSync(path, {throwIfNoEntry: false})?.isFile() === true;
}

const tsconfigs = new Map<string, TsConfigResult | null>();

function tsconfigOf(directory: string): TsConfigResult | null {
    let tsconfig = tsconfigs.get(directory);
    if (tsconfig === undefined) {
        tsconfig = getTsconfig(directory);
        tsconfigs.set(directory, tsconfig);
    }
    return tsconfig;
}

const pathsMatchers = new Map<string, PathsMatcher | null>();

function pathsMatcherOf(directory: string): PathsMatcher | null {
    let matcher = pathsMatchers.get(directory);
    if (matcher === undefined) {
        const tsconfig = tsconfigOf(directory);
        matcher = tsconfig && createPathsMatcher(tsconfig);
        pathsMatchers.set(directory, matcher);
    }
    return matcher;
}
