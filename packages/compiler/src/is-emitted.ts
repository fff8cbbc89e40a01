import {existsSync} from 'node:fs';
import {dirname, resolve, sep} from 'node:path';
import {getTsconfig} from 'get-tsconfig';

/** Whether TypeScript wrote a JavaScript file: its declaration stands beside it, or it is in the `outDir` of its tsconfig.json. */
export function isEmitted(fileName: string): boolean {
    const [, base, kind] = /^(.*)\.([cm]?)jsx?$/.exec(fileName) ?? [];
    return base !== undefined && (existsSync(`${base}.d.${kind}ts`) || isInOutDirectory(fileName));
}

function isInOutDirectory(fileName: string): boolean {
    const tsconfig = getTsconfig(fileName);
    const outDirectory = tsconfig?.config.compilerOptions?.outDir;
    return outDirectory !== undefined && fileName.startsWith(`${resolve(dirname(tsconfig?.path ?? ''), outDirectory)}${sep}`);
}
