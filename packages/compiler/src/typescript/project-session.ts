import {existsSync, readFileSync} from 'node:fs';
import {dirname, resolve} from 'node:path';
import {findConfig} from './find-config.ts';
import {LooseFileConfigs} from './loose-file-configs.ts';
import {type QuestionGroup, QuestionQueue} from './question-queue.ts';
import {startChecker} from './start-checker.ts';
import type {API, Project, Snapshot, UpdateSnapshotParams} from './typescript-api.ts';

/** Where a session finds the tsconfig of a file. */
export interface ProjectSessionOptions {
    readonly cwd?: string;
    /** The tsconfig for every file, instead of the nearest one. */
    readonly tsconfig?: string;
    /** Report the errors of all files that a file imports, directly or not, and not only of those in which types of its routes are declared. @default false */
    readonly checkImports?: boolean;
}

/** Hears of files whose texts the checker reads again; without paths, of all. */
export type ForgetTexts = (paths?: readonly string[]) => void;

/** The config name of the project in which TypeScript puts files that no tsconfig includes. */
const inferredProject = '/dev/null/inferred';

interface RunningChecker {
    readonly api: API;
    readonly questions: QuestionQueue;
    /** Whether the texts of files come from here. */
    readonly asksForFiles: boolean;
}

/** A running checker and the projects that it has loaded. A project is loaded when its first file is opened. */
export class ProjectSession {
    readonly #cwd: string;
    readonly #tsconfig: string | undefined;
    #checker: RunningChecker | undefined;
    #formerMessages = 0;
    readonly #looseFiles = new LooseFileConfigs();
    /** The texts that the checker has of opened files. */
    readonly #texts = new Map<string, string>();
    /** The texts that stand in place of what is on disk. */
    readonly #overlays = new Map<string, string>();
    /** The configs whose projects are loaded. */
    readonly #opened = new Set<string>();
    /** The configs of files that their nearest config does not include. */
    readonly #configs = new Map<string, string>();
    readonly #changes = new Set<string>();
    readonly #forgetTexts: ForgetTexts;
    #anyMayHaveChanged = false;
    #snapshot: Snapshot | undefined;
    #askedAt = 0;

    constructor({cwd = '.', tsconfig}: ProjectSessionOptions, forgetTexts: ForgetTexts) {
        this.#forgetTexts = forgetTexts;
        this.#cwd = resolve(cwd);
        this.#tsconfig = tsconfig === undefined ? undefined : this.toPath(tsconfig);
    }

    /** A file name as the checker knows it: absolute, with forward slashes. */
    toPath(fileName: string): string {
        return resolve(this.#cwd, fileName).replaceAll('\\', '/');
    }

    /** Starts the process, for a file (a path of `toPath`) that has this text, and does not wait for it. */
    begin(path: string, code: string): void {
        this.#setText(path, code);
        const {api, questions} = this.#ensureChecker();
        // What is sent is how the API greets a new process.
        questions.askSoon([() => api.updateSnapshot({})]);
    }

    /** The project that a file (a path of `toPath`) belongs to, where the file has this text. */
    open(path: string, code: string): Project {
        this.#setText(path, code);
        const nearest = this.#tsconfig ?? findConfig(dirname(path));
        const project = nearest === undefined ? undefined : this.#openIncluding(path, nearest);
        if (project !== undefined) return project;
        const config = this.#configs.get(path) ?? this.#searchConfig(path) ?? this.#makeConfig(path, nearest);
        this.#configs.set(path, config);
        const other = this.#openProject(config);
        if (includes(other, path)) return other;
        throw new Error(
            `mion: TypeScript did not open ${path}, with the options of ${nearest ?? 'no tsconfig'}. Does the file exist?`,
        );
    }

    /** The same, where TypeScript read another text than this, because the file has changed again. */
    openText(path: string, code: string): Project {
        this.#overlays.set(path, code);
        this.#changes.add(path);
        return this.open(path, code);
    }

    /** The text of a file as the checker has it. */
    readText(path: string): string | undefined {
        return this.#overlays.get(path) ?? readText(path);
    }

    /** When the checker was last asked to read files, in milliseconds since 1970. */
    get askedAt(): number {
        return this.#askedAt;
    }

    /** How many messages were sent to the checker. */
    get messages(): number {
        return this.#formerMessages + (this.#checker?.questions.messages ?? 0);
    }

    /** Calls functions that ask the checker, and gets all answers together. */
    askAll(functions: readonly (() => unknown)[], groups?: readonly QuestionGroup[]): void {
        this.#checker?.questions.askAll(functions, groups);
    }

    /** Calls functions that ask the checker, and does not wait for the answers. */
    askSoon(functions: readonly (() => unknown)[]): void {
        this.#checker?.questions.askSoon(functions);
    }

    /** Says that files changed on disk; without names, that any file may have. */
    changed(fileNames?: readonly string[]): void {
        if (fileNames === undefined) {
            this.#anyMayHaveChanged = true;
            this.#texts.clear();
            this.#overlays.clear();
            this.#configs.clear();
        }
        for (const path of (fileNames ?? []).map((fileName) => this.toPath(fileName))) {
            this.#changes.add(path);
            this.#texts.delete(path);
            this.#overlays.delete(path);
            if (path.endsWith('.json')) this.#configs.clear();
        }
    }

    /** Ends the checker's process. */
    close(): void {
        try {
            this.#checker?.api.close();
        } catch {
            // It says goodbye to the process, which may have ended already.
        }
    }

    /**
     * The process, once it is needed. It reads files itself, in several threads at once. When a text first has to stand in place of what is
     * on disk, one that asks here for every file takes over.
     */
    #ensureChecker(): RunningChecker {
        const asksForFiles = this.#overlays.size > 0 || this.#looseFiles.size > 0;
        if (this.#checker !== undefined && (this.#checker.asksForFiles || !asksForFiles)) return this.#checker;
        if (this.#checker !== undefined) this.#endChecker(this.#checker);
        const readFile = (path: string) => this.#readVirtual(path);
        const fileExists = (path: string) => (readFile(path) === undefined ? undefined : true);
        const api = startChecker({cwd: this.#cwd, ...(asksForFiles && {fs: {readFile, fileExists}})});
        this.#checker = {api, questions: new QuestionQueue(api), asksForFiles};
        return this.#checker;
    }

    #endChecker({questions}: RunningChecker): void {
        this.close();
        this.#formerMessages += questions.messages;
        this.#snapshot = undefined;
        this.#opened.clear();
        this.#changes.clear();
        this.#forgetTexts();
    }

    #readVirtual(path: string): string | undefined {
        return this.#overlays.get(path) ?? this.#looseFiles.read(path);
    }

    #setText(path: string, code: string): void {
        const known = this.#texts.get(path);
        if (known === code) return;
        const isOnDisk = readText(path) === code;
        if (isOnDisk) this.#overlays.delete(path);
        else this.#overlays.set(path, code);
        if (known !== undefined || !isOnDisk) this.#changes.add(path);
        this.#texts.set(path, code);
    }

    #openProject(config: string): Project | undefined {
        this.#ensureChecker();
        const isNew = !this.#opened.has(config);
        this.#opened.add(config);
        return this.#update(isNew ? {openProjects: [config]} : {}).getProject(config);
    }

    /** The project of a config, if it includes a file. One that is newer than the project has to be called created, or it is not found. */
    #openIncluding(path: string, config: string): Project | undefined {
        const project = this.#openProject(config);
        if (includes(project, path)) return project;
        if (!this.#configs.has(path)) this.#changes.add(path);
        const newer = this.#openProject(config);
        return includes(newer, path) ? newer : undefined;
    }

    /** The config that includes a file, as an editor finds it: further up, or among the references of a config on the way. */
    #searchConfig(path: string): string | undefined {
        if (this.#tsconfig !== undefined) return undefined;
        const found = this.#update({openFiles: [path]}).getDefaultProjectForFile(path)?.configFileName;
        // An open file would keep the text that it has now.
        this.#update({closeFiles: [path]});
        return found === inferredProject ? undefined : found;
    }

    /** Makes up a config for a file that none includes. */
    #makeConfig(path: string, nearest: string | undefined): string {
        const config = this.#looseFiles.add(path, nearest);
        if (this.#opened.has(config)) this.#changes.add(config);
        return config;
    }

    #update(params: {openFiles?: string[]; closeFiles?: string[]; openProjects?: string[]}): Snapshot {
        if (this.#anyMayHaveChanged) this.#invalidateAll();
        const hasNews = this.#changes.size > 0 || Object.keys(params).length > 0;
        if (this.#snapshot !== undefined && !hasNews) return this.#snapshot;
        const exists = (path: string) => this.#readVirtual(path) !== undefined || existsSync(path);
        const existing = [...this.#changes].filter(exists);
        const deleted = [...this.#changes].filter((path) => !exists(path));
        this.#forgetTexts([...this.#changes]);
        this.#changes.clear();
        // A new file has to be called created, or no `include` finds it; one that is not may be called both.
        return this.#replaceSnapshot({...params, fileChanges: {changed: existing, created: existing, deleted}});
    }

    #invalidateAll(): void {
        this.#anyMayHaveChanged = false;
        this.#forgetTexts();
        if (this.#snapshot === undefined) return;
        this.#replaceSnapshot({fileChanges: {invalidateAll: true}});
        // That alone doesn't make it look for new files.
        for (const config of this.#opened) this.#changes.add(config);
    }

    #replaceSnapshot(params: UpdateSnapshotParams): Snapshot {
        const previous = this.#snapshot;
        this.#askedAt = Date.now();
        this.#snapshot = this.#ensureChecker().api.updateSnapshot(params);
        previous?.dispose();
        return this.#snapshot;
    }
}

function includes(project: Project | undefined, path: string): project is Project {
    return project?.program.getSourceFileMetadata(path) !== undefined;
}

function readText(path: string): string | undefined {
    try {
        return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    } catch {
        return undefined;
    }
}
