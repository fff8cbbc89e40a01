import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';

/** Finds the name of the package that a file belongs to: the name in the nearest package.json that has one. */
export function createPackageLookup(): (path: string) => string | undefined {
    const names = new Map<string, string | undefined>();
    function lookUp(directory: string): string | undefined {
        if (names.has(directory)) return names.get(directory);
        const parent = dirname(directory);
        const name = readPackageName(directory) ?? (parent === directory ? undefined : lookUp(parent));
        names.set(directory, name);
        return name;
    }
    return (path) => lookUp(dirname(path));
}

function readPackageName(directory: string): string | undefined {
    try {
        const {name} = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {name?: unknown};
        return typeof name === 'string' ? name : undefined;
    } catch {
        return undefined;
    }
}
