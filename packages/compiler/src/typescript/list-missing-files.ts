import {existsSync} from 'node:fs';
import {listPossibleFiles} from '../find-imported-file.ts';
import {specifierPattern} from './specifier-pattern.ts';

/** Where TypeScript will find what a file imports and what isn't there: names of which one may be made later. */
export function listMissingFiles(text: string, importer: string): string[] {
    const specifiers = [...text.matchAll(specifierPattern)].map(([match]) => match.slice(match.search(/["']/) + 1, -1));
    const possible = specifiers.map((specifier) => listPossibleFiles(specifier, importer));
    return possible.filter((names) => !names.some((name) => existsSync(name))).flat();
}
