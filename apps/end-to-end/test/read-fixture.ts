import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** The files of a folder in test/fixtures, by their names in it. */
export function readFixture(name: string): Record<string, string> {
    const entries = readdirSync(join(fixtures, name), {recursive: true, withFileTypes: true});
    const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
    return Object.fromEntries(paths.map((path) => [path.slice(join(fixtures, name).length + 1), readFileSync(path, 'utf8')]));
}
