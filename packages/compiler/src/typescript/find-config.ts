import {existsSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';

/** The nearest tsconfig, from a directory upwards. */
export function findConfig(directory: string): string | undefined {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
        const path = join(directory, name);
        if (existsSync(path)) return path;
    }
    const parent = dirname(directory);
    return parent === directory ? undefined : findConfig(parent);
}
