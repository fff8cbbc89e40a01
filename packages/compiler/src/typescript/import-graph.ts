import {statSync} from 'node:fs';
import {listMissingFiles} from './list-missing-files.ts';
import type {ProgramView} from './program-view.ts';
import {specifierPattern} from './specifier-pattern.ts';

/** What makes a file change types without being imported. */
const globalPattern = /\bdeclare\s+(?:global|module)\b/;

/** File systems take the time from a clock that ticks every few milliseconds. */
const clockTickMs = 20;

interface GraphFile {
    readonly text: string;
    /** TypeScript may have read another text: the file changed after it was asked to read it, or is missing. */
    readonly isUncertain: boolean;
    readonly imports: readonly string[];
    /** A number that no other text of any file has. */
    readonly version: number;
    /** The surroundings in which its imports were looked up. */
    readonly epoch: number;
}

/**
 * Which files the types in a file can depend on, and whether they changed. Packages in node_modules are not followed.
 *
 * Asks by position instead of reading syntax trees, which would cost ten times as much, and keeps what it knows of unchanged files.
 */
export class ImportGraph {
    #view: ProgramView | undefined;
    readonly #readText: (path: string) => string | undefined;
    /** When TypeScript was asked to read all files, in milliseconds since 1970. */
    #loadedAt: number;
    /** When it was asked to read files again, by their names in lower case: TypeScript's names are, where names differ only by case. */
    readonly #changedAt = new Map<string, number>();
    readonly #files = new Map<string, GraphFile>();
    /** The files that were compared with their texts since it was said that they changed. */
    readonly #fresh = new Set<string>();
    readonly #fingerprints = new Map<string, string>();
    #versions = 0;
    /** How often something changed that can change the types in any file. */
    #epoch = 0;
    /** The files from which this version of the program was seen. */
    readonly #seen = new Set<string>();
    /** By the file that the program is seen from. */
    readonly #surroundings = new Map<string, string>();

    constructor(readText: (path: string) => string | undefined, loadedAt: number) {
        this.#readText = readText;
        this.#loadedAt = loadedAt;
    }

    /** Says that TypeScript reads files again; without paths, all. */
    forget(paths?: readonly string[]): void {
        if (paths === undefined) {
            this.#loadedAt = Date.now();
            this.#changedAt.clear();
            this.#fresh.clear();
        }
        const changed = new Set(paths?.map((path) => path.toLowerCase()));
        for (const path of changed) this.#changedAt.set(path, Date.now());
        for (const path of this.#fresh) if (changed.has(path.toLowerCase())) this.#fresh.delete(path);
    }

    /** Takes the current version of the program, seen from one file. */
    refresh(view: ProgramView, path: string): void {
        if (this.#view !== view) this.#startOver();
        this.#view = view;
        if (this.#seen.has(path)) return;
        const known = this.#surroundings.get(path);
        const surroundings = this.#describeSurroundings(view, path);
        this.#surroundings.set(path, surroundings);
        if (known !== undefined && known !== surroundings) {
            this.#epoch++;
            this.#fresh.clear();
            this.#startOver();
        }
        this.#seen.add(path);
    }

    /** A file and all that it imports, directly or through others. */
    closureOf(path: string): ReadonlySet<string> {
        const found = new Set([path]);
        for (let wave = [path]; wave.length > 0; ) {
            this.#askAhead(wave);
            const imports = new Set(wave.flatMap((file) => this.#fileOf(file).imports));
            wave = [...imports].filter((file) => !found.has(file));
            for (const file of wave) found.add(file);
        }
        return found;
    }

    /** Files that a file, or one that it imports, asks for, and that are not there. */
    missingFrom(path: string): string[] {
        return [...this.closureOf(path)].flatMap((file) => listMissingFiles(this.#fileOf(file).text, file));
    }

    /** A text that is the same as long as nothing changed in the file and in what it imports. */
    fingerprintOf(path: string): string {
        const known = this.#fingerprints.get(path);
        if (known !== undefined) return known;
        const fingerprint = [this.#epoch, ...Array.from(this.closureOf(path), (file) => this.#fileOf(file).version)].join();
        this.#fingerprints.set(path, fingerprint);
        return fingerprint;
    }

    /** A number that is the same as long as nothing changed in the file itself. */
    versionOf(path: string): number {
        return this.#fileOf(path).version;
    }

    /** Asks together for what the files import. */
    #askAhead(paths: readonly string[]): void {
        const unknown = paths.filter((path) => !this.#fresh.has(path));
        if (unknown.length > 0) this.#view?.askAll(unknown.map((path) => () => this.#fileOf(path)));
    }

    #startOver(): void {
        this.#seen.clear();
        this.#fingerprints.clear();
    }

    #fileOf(path: string): GraphFile {
        const known = this.#files.get(path);
        if (known !== undefined && this.#fresh.has(path)) return known;
        const text = this.#readText(path) ?? '';
        const isUncertain = this.#isUncertain(path, findChangeTime(path));
        // What was made with an uncertain text may be another text's.
        const isSame = known?.text === text && !known.isUncertain && !isUncertain;
        if (isSame && known.epoch === this.#epoch) {
            this.#fresh.add(path);
            return known;
        }
        const file = {
            text,
            isUncertain,
            epoch: this.#epoch,
            imports: this.#view === undefined ? [] : listImports(this.#view, path, text),
            version: isSame ? known.version : this.#versions++,
        };
        this.#files.set(path, file);
        this.#fresh.add(path);
        return file;
    }

    /** Where the text that TypeScript read is uncertain, another one is expected each time that it reads it again. */
    #describeTime(path: string): string {
        const time = findChangeTime(path);
        // Files that TypeScript makes up have none.
        const isUncertain = time !== undefined && this.#isUncertain(path, time);
        return isUncertain ? `${time}, read at ${this.#findReadTime(path)}` : `${time}`;
    }

    #isUncertain(path: string, time: number | undefined): boolean {
        return time === undefined || time > this.#findReadTime(path) - clockTickMs;
    }

    #findReadTime(path: string): number {
        return this.#changedAt.get(path.toLowerCase()) ?? this.#loadedAt;
    }

    /** What can change types beside the imports of a file: options, the program's other files, and global declarations. */
    #describeSurroundings({program, getFileNames}: ProgramView, path: string): string {
        const imports = [...this.closureOf(path)];
        // Where names differ only by case, TypeScript's paths are in lower case.
        const known = new Set(imports.map((file) => file.toLowerCase()));
        const others = getFileNames().filter((name) => !known.has(name.toLowerCase()));
        const times = others.map((name) => `${name} ${this.#describeTime(name)}`);
        const globals = imports.map((file) => this.#fileOf(file)).filter(({text}) => globalPattern.test(text));
        return JSON.stringify([program.getCompilerOptions(), times, globals.map(({version}) => version)]);
    }
}

/** When a file was written or put in its place, in milliseconds. Programs can't set it, as they can the time of its text. */
function findChangeTime(path: string): number | undefined {
    return statSync(path, {throwIfNoEntry: false})?.ctimeMs;
}

function listImports({checker, hasFile}: ProgramView, path: string, text: string): string[] {
    const positions = [...text.matchAll(specifierPattern)].map((match) => match.index + match[0].length - 2);
    if (positions.length === 0 || !hasFile(path)) return [];
    const paths = checker.getSymbolAtPosition(path, positions).flatMap((symbol) => symbol?.declarations[0]?.path ?? []);
    return paths.filter((imported) => !imported.includes('/node_modules/'));
}
