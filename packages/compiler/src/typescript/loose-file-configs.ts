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

/** Options that only concern output, and that would be errors for a file that the tsconfig does not include; and JavaScript, which few tsconfigs include. */
const outputOptions = {
    allowJs: true,
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false,
    emitDeclarationOnly: false,
    isolatedDeclarations: false,
    noEmit: true,
    rootDir: null,
    outDir: null,
    declarationDir: null,
    tsBuildInfoFile: null,
};

interface LooseFiles {
    /** The tsconfig that gives the options. */
    readonly base: string | undefined;
    readonly files: Set<string>;
}

/** The tsconfigs that mion makes up, beside real ones, for files that no tsconfig includes. They exist in memory only. */
export class LooseFileConfigs {
    /** By config path. */
    readonly #configs = new Map<string, LooseFiles>();

    /** How many there are. */
    get size(): number {
        return this.#configs.size;
    }

    /** The text of a made-up config; `undefined` for any other path. */
    read(path: string): string | undefined {
        const config = this.#configs.get(path);
        if (config === undefined) return undefined;
        const files = [...config.files];
        if (config.base === undefined) return JSON.stringify({compilerOptions: defaultOptions, files});
        return JSON.stringify({extends: config.base, compilerOptions: outputOptions, files, include: [], references: []});
    }

    /** Adds a file to the config that is made up beside a tsconfig, or beside the file when there is none. */
    add(file: string, base: string | undefined): string {
        const name = base === undefined ? 'tsconfig' : basename(base, '.json');
        const path = join(dirname(base ?? file), `${name}.mion-loose-files.json`);
        const config = this.#configs.get(path) ?? {base, files: new Set()};
        config.files.add(file);
        this.#configs.set(path, config);
        return path;
    }
}
