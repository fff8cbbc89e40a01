import {type Cache, getTsconfig, parseTsconfig} from 'get-tsconfig';

/** What generated code may hold beside the usual. */
export interface CompilerSettings {
    /** Whether it carries the type models for clients. @default true in programs that use `@mionkit/common` */
    readonly metadata?: boolean;
    /** Generate what the router's option `validateReturn` needs. @default false */
    readonly validateReturn?: boolean;
    /** Generate what the router's option `unknownProperties: 'reject'` needs. @default 'drop' */
    readonly unknownProperties?: 'drop' | 'reject';
}

const values: {readonly [TName in keyof Required<CompilerSettings>]: readonly unknown[]} = {
    metadata: [true, false],
    validateReturn: [true, false],
    unknownProperties: ['drop', 'reject'],
};

/** Finds the settings of files: the key `mion` of their tsconfig, `extends` included. Throws an `Error` on a key or value that it doesn't know. */
export class SettingsReader {
    readonly #tsconfig: string | undefined;
    #cache: Cache = new Map();

    constructor(tsconfig?: string) {
        this.#tsconfig = tsconfig;
    }

    read(fileName: string): CompilerSettings {
        const found =
            this.#tsconfig === undefined ? getTsconfig(fileName, 'tsconfig.json', this.#cache) : this.#parse(this.#tsconfig);
        if (found === null) return {};
        const {mion = {}} = found.config as {readonly mion?: Readonly<Record<string, unknown>>};
        for (const [name, value] of Object.entries(mion)) assertSetting(found.path, name, value);
        return mion;
    }

    /** Forgets what was read. */
    changed(): void {
        this.#cache = new Map();
    }

    #parse(path: string): {readonly path: string; readonly config: object} {
        return {path, config: parseTsconfig(path, this.#cache)};
    }
}

function assertSetting(path: string, name: string, value: unknown): void {
    const known = Object.hasOwn(values, name) ? values[name as keyof CompilerSettings] : undefined;
    if (known === undefined)
        throw new Error(
            `${path}: \`mion\` has no setting \`${name}\`. There are ${Object.keys(values)
                .map((each) => `\`${each}\``)
                .join(', ')}.`,
        );
    if (!known.includes(value))
        throw new Error(
            `${path}: \`mion.${name}\` is ${JSON.stringify(value)}, and has to be ${known.map((each) => JSON.stringify(each)).join(' or ')}.`,
        );
}
