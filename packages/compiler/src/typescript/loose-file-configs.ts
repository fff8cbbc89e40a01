import {existsSync} from 'node:fs';
import {basename, dirname, join} from 'node:path/posix';

/** For files without any tsconfig: what Node and the bundlers agree on. */
const defaultOptions = {
    strict: true,
    target: 'esnext',
    module: 'preserve',
    allowJs: true,
    allowImportingTsExtensions: true,
    noEmit: true,
};

/** Options that only concern output, and that would be errors for a file that the tsconfig does not include. */
const outputOptions = {
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false,
    rootDir: null,
    outDir: null,
    declarationDir: null,
    tsBuildInfoFile: null,
};

/** The tsconfigs that mion makes up, beside real ones, for files that no tsconfig includes. They exist in memory only. */
export class LooseFileConfigs {
    /** By config path. */
    readonly #files = new Map<string, Set<string>>();

    /** The text of a made-up config; `undefined` for any other path. */
    read(path: string): string | undefined {
        const files = this.#files.get(path);
        if (files === undefined) return undefined;
        const nearest = findConfig(dirname(path));
        const options = nearest === undefined ? defaultOptions : outputOptions;
        const base = nearest === undefined ? {} : {extends: `./${basename(nearest)}`, include: [], references: []};
        return JSON.stringify({...base, compilerOptions: options, files: [...files]});
    }

    /** The config that a file was added to. */
    configOf(file: string): string | undefined {
        for (const [path, files] of this.#files) if (files.has(file)) return path;
        return undefined;
    }

    /** Adds a file to the config made up beside the nearest tsconfig, or beside the file when there is none. */
    add(file: string, tsconfig = findConfig(dirname(file))): string {
        const path = join(dirname(tsconfig ?? file), 'tsconfig.mion-loose-files.json');
        const files = this.#files.get(path) ?? new Set();
        this.#files.set(path, files.add(file));
        return path;
    }

    /** Forgets all files: a tsconfig changed, and may include them now. */
    clear(): void {
        this.#files.clear();
    }
}

function findConfig(directory: string): string | undefined {
    for (const name of ['tsconfig.json', 'jsconfig.json']) {
        const path = join(directory, name);
        if (existsSync(path)) return path;
    }
    const parent = dirname(directory);
    return parent === directory ? undefined : findConfig(parent);
}
