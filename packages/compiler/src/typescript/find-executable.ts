import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

/** More than Windows takes for a path, unless it is marked as a long one. */
const longPath = 248;

/** The program of TypeScript's checker, which is in a package for each platform. */
export function findExecutable(): string {
    const typescript = createRequire(import.meta.url).resolve('typescript/package.json');
    const path = join(dirname(findPlatformPackage(typescript)), 'lib', process.platform === 'win32' ? 'tsc.exe' : 'tsc');
    return process.platform === 'win32' && path.length >= longPath ? `\\\\?\\${path}` : path;
}

function findPlatformPackage(typescript: string): string {
    const name = `@typescript/typescript-${process.platform}-${process.arch}`;
    try {
        return createRequire(typescript).resolve(`${name}/package.json`);
    } catch {
        throw new Error(
            `mion: TypeScript's program for this platform is missing. Install \`${name}\`, which is an optional dependency of \`typescript\`.`,
        );
    }
}
