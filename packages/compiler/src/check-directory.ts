import {relative} from 'node:path';
import type {CompilerOptions} from './compiler.ts';
import {type RegisteredMethod, readDirectory} from './read-directory.ts';

/**
 * Reads all routes of a directory as a build would, and says in a line for each file what it registers.
 *
 * Throws where a build would, and on any error of TypeScript in a file that they import: what couldn't be resolved in a function's body may be
 * missing in the type that TypeScript infers for it, with nothing to be seen of it there. For each edit that would be too slow.
 */
export function checkDirectory(directory: string, options?: CompilerOptions): string {
    const methods = readDirectory(directory, {...options, checkImports: true});
    if (methods.length === 0) throw new Error(`No file in ${directory} registers routes. Name the directory that they are in.`);
    const files = [...new Set(methods.map(({fileName}) => fileName))];
    const lines = files.map((file) => `${relative('.', file)}: ${count(methods.filter(({fileName}) => fileName === file))}\n`);
    return lines.join('');
}

function count(methods: readonly RegisteredMethod[]): string {
    const routes = methods.filter(({kind}) => kind === 'route').length;
    return [toText(routes, 'route'), toText(methods.length - routes, 'hook')].filter(Boolean).join(', ');
}

function toText(number: number, noun: string): string {
    return number === 0 ? '' : `${number} ${noun}${number === 1 ? '' : 's'}`;
}
