import {mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

/** A project in a temporary directory. */
export interface FixtureProject {
    readonly directory: string;
    /** Writes a file; answers its path. */
    write(name: string, text: string): string;
    remove(): void;
}

const packages = fileURLToPath(new URL('../..', import.meta.url));

/** The tsconfig of fixtures: strict, and with the sources of mion's packages under their names. */
export const fixtureTsconfig = {
    compilerOptions: {
        target: 'es2023',
        lib: ['es2023', 'dom'],
        module: 'nodenext',
        types: [],
        strict: true,
        noEmit: true,
        skipLibCheck: true,
        allowImportingTsExtensions: true,
        customConditions: ['@mionkit/source'],
        paths: {
            '@mionkit/core': [join(packages, 'core/src/index.ts')],
            '@mionkit/router': [join(packages, 'router/src/index.ts')],
        },
    },
};

/** Makes a project with these files, by path; a tsconfig is added when there is none. */
export function createFixtureProject(files: Readonly<Record<string, string>> = {}): FixtureProject {
    const directory = realpathSync(mkdtempSync(join(tmpdir(), 'mion-compiler-')));
    const project: FixtureProject = {
        directory,
        write(name, text) {
            const path = join(directory, name);
            mkdirSync(dirname(path), {recursive: true});
            writeFileSync(path, text);
            return path;
        },
        remove: () => rmSync(directory, {recursive: true, force: true}),
    };
    const defaults = {'tsconfig.json': JSON.stringify(fixtureTsconfig), 'package.json': '{"type": "module"}'};
    for (const [name, text] of Object.entries({...defaults, ...files})) project.write(name, text);
    return project;
}
