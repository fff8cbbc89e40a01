import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {basename, dirname, join, relative, resolve, sep} from 'node:path';
import {compileFiles} from './compile-files.ts';
import type {CompilerOptions, TransformResult} from './compiler.ts';
import {listFiles} from './list-files.ts';

/** What `buildDirectory` wrote. Names are relative to the directories. */
export interface BuildSummary {
    /** The files that now contain generated code. */
    readonly compiled: readonly string[];
    /** The files that are as they were. */
    readonly copied: readonly string[];
}

/**
 * Copies a directory, with the code of its routes in it, for tools that take no plugin.
 *
 * `node_modules` and names with a leading dot stay behind. If anything does not compile, one `MionCompileError` tells all of it,
 * and nothing is written.
 */
export function buildDirectory(directory: string, outDirectory: string, options: CompilerOptions = {}): BuildSummary {
    const [from, to] = [resolve(directory), resolve(outDirectory)];
    if (isInside(from, to))
        throw new Error(`${outDirectory} contains ${directory}, and the build would write over it. Name another directory.`);
    const files = listFiles(from, to);
    const results = compileFiles(files, options);
    for (const file of files) writeFile(file, join(to, relative(from, file)), results.get(file));
    const names = (isCompiled: boolean) =>
        files.filter((file) => results.has(file) === isCompiled).map((file) => relative(from, file));
    return {compiled: names(true), copied: names(false)};
}

function isInside(path: string, directory: string): boolean {
    return `${path}${sep}`.startsWith(`${directory}${sep}`);
}

function writeFile(from: string, to: string, result: TransformResult | undefined): void {
    mkdirSync(dirname(to), {recursive: true});
    if (result) writeCompiled(from, to, result);
    else copyFileSync(from, to);
}

/** The generated code has no types, so plain tsc must not check the file. The line that says so moves the mappings down by one. */
function writeCompiled(from: string, to: string, {code, map}: TransformResult): void {
    const [hashbang = ''] = /^#!.*\n/.exec(code) ?? [];
    const sources = [relative(dirname(to), from).replaceAll('\\', '/')];
    const mappings = hashbang === '' ? `;${map.mappings}` : map.mappings.replace(';', ';;');
    writeFileSync(to, `${hashbang}// @ts-nocheck\n${code.slice(hashbang.length)}\n//# sourceMappingURL=${basename(to)}.map\n`);
    writeFileSync(`${to}.map`, JSON.stringify({...map, file: basename(to), sources, mappings}));
}
