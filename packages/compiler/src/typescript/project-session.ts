import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {LooseFileConfigs} from './loose-file-configs.ts';
import {API, type Project, type Snapshot} from './typescript-api.ts';

/** Where a session finds the tsconfig of a file. */
export interface ProjectSessionOptions {
    readonly cwd?: string;
    /** The tsconfig for every file, instead of the nearest one. */
    readonly tsconfig?: string;
}

/** The config name of the project in which TypeScript puts files that no tsconfig includes. */
const inferredProject = '/dev/null/inferred';

/** A running checker and the projects that it has loaded. A project is loaded when its first file is opened. */
export class ProjectSession {
    readonly #cwd: string;
    readonly #tsconfig: string | undefined;
    readonly #api: API;
    readonly #looseFiles = new LooseFileConfigs();
    /** The texts that the checker has of opened files. */
    readonly #texts = new Map<string, string>();
    /** The texts that stand in place of what is on disk. */
    readonly #overlays = new Map<string, string>();
    /** The files and configs that were opened. */
    readonly #opened = new Set<string>();
    readonly #changes = new Set<string>();
    #anyMayHaveChanged = false;
    #snapshot: Snapshot | undefined;

    constructor({cwd = '.', tsconfig}: ProjectSessionOptions) {
        this.#cwd = resolve(cwd);
        this.#tsconfig = tsconfig === undefined ? undefined : this.toPath(tsconfig);
        const readFile = (path: string) => this.#overlays.get(path) ?? this.#looseFiles.read(path);
        const fileExists = (path: string) => (readFile(path) === undefined ? undefined : true);
        this.#api = new API({cwd: this.#cwd, fs: {readFile, fileExists}});
    }

    /** A file name as the checker knows it: absolute, with forward slashes. */
    toPath(fileName: string): string {
        return resolve(this.#cwd, fileName).replaceAll('\\', '/');
    }

    /** The project that a file (a path of `toPath`) belongs to, where the file has this text. */
    open(path: string, code: string): Project {
        this.#setText(path, code);
        const looseConfig = this.#looseFiles.configOf(path);
        const project = looseConfig === undefined ? this.#openInConfig(path) : this.#openProject(looseConfig);
        return project ?? this.#openLooseFile(path);
    }

    /** Says that files changed on disk; without names, that any file may have. */
    changed(fileNames?: readonly string[]): void {
        if (fileNames === undefined) {
            this.#anyMayHaveChanged = true;
            this.#texts.clear();
            this.#overlays.clear();
            this.#looseFiles.clear();
        }
        for (const path of (fileNames ?? []).map((fileName) => this.toPath(fileName))) {
            this.#changes.add(path);
            this.#texts.delete(path);
            this.#overlays.delete(path);
            if (path.endsWith('.json')) this.#looseFiles.clear();
        }
    }

    /** Ends the checker's process. */
    close(): void {
        this.#api.close();
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

    /** The project of a tsconfig that includes the file. */
    #openInConfig(path: string): Project | undefined {
        if (this.#tsconfig !== undefined) {
            const project = this.#openProject(this.#tsconfig);
            return project?.program.getSourceFile(path) === undefined ? undefined : project;
        }
        const isNew = !this.#opened.has(path);
        const project = this.#update(isNew ? {openFiles: [path]} : {}).getDefaultProjectForFile(path);
        this.#opened.add(path);
        return project === undefined || project.configFileName === inferredProject ? undefined : project;
    }

    #openProject(config: string): Project | undefined {
        const isNew = !this.#opened.has(config);
        this.#opened.add(config);
        return this.#update(isNew ? {openProjects: [config]} : {}).getProject(config);
    }

    #openLooseFile(path: string): Project {
        const config = this.#looseFiles.add(path, this.#tsconfig);
        if (this.#opened.has(config)) this.#changes.add(config);
        const project = this.#openProject(config);
        if (project === undefined) throw new Error(`mion: TypeScript did not open ${path} with the options of ${config}.`);
        return project;
    }

    #update(params: {openFiles?: string[]; openProjects?: string[]}): Snapshot {
        const hasNews = this.#changes.size > 0 || this.#anyMayHaveChanged || Object.keys(params).length > 0;
        if (this.#snapshot !== undefined && !hasNews) return this.#snapshot;
        const previous = this.#snapshot;
        const changed = [...this.#changes];
        const fileChanges = this.#anyMayHaveChanged ? ({invalidateAll: true} as const) : {changed};
        this.#snapshot = this.#api.updateSnapshot({...params, fileChanges});
        this.#changes.clear();
        this.#anyMayHaveChanged = false;
        previous?.dispose();
        return this.#snapshot;
    }
}

function readText(path: string): string | undefined {
    try {
        return readFileSync(path, 'utf8');
    } catch {
        return undefined;
    }
}
