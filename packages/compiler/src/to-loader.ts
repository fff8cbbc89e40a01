import {extname} from 'node:path';
import type {Loader} from 'esbuild';

/** esbuild's name for the language of a TypeScript or JavaScript file. */
export function toLoader(fileName: string): Loader {
    return extname(fileName).replace(/^\.[cm]?/, '') as Loader;
}
