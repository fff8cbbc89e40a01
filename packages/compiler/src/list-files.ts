import {readdirSync, statSync} from 'node:fs';
import {join} from 'node:path';

/** The files in a directory and below, without `node_modules`, names with a leading dot, and the directory `except`. */
export function listFiles(directory: string, except?: string): string[] {
    return readdirSync(directory)
        .filter((name) => name !== 'node_modules' && !name.startsWith('.'))
        .map((name) => join(directory, name))
        .filter((path) => path !== except)
        .flatMap((path) => (statSync(path).isDirectory() ? listFiles(path, except) : [path]));
}
