import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';

/** A directory of a test's own. */
export interface TemporaryDirectory {
    readonly path: string;
    /** The absolute path of a file in it. */
    at(name: string): string;
    /** Writes files, by name. */
    write(files: Readonly<Record<string, string>>): void;
    remove(): void;
}

/** Makes a directory outside the workspace. Whoever makes it removes it. */
export function createTemporaryDirectory(): TemporaryDirectory {
    const path = realpathSync(mkdtempSync(join(tmpdir(), 'mion-')));
    const at = (name: string) => join(path, name);
    return {
        path,
        at,
        write(files) {
            for (const [name, text] of Object.entries(files)) {
                mkdirSync(dirname(at(name)), {recursive: true});
                writeFileSync(at(name), text);
            }
        },
        remove: () => rmSync(path, {recursive: true}),
    };
}
