import {GroupMemory} from './group-memory.ts';
import {ImportGraph} from './import-graph.ts';
import {createProgramView, type ProgramView, type ViewSource} from './program-view.ts';
import type {FileRoutes} from './route-reader.ts';
import type {Project} from './typescript-api.ts';

/** What is kept of a project from one version of its program to the next. */
export class ProjectMemory {
    readonly graph: ImportGraph;
    readonly groups: GroupMemory;
    /** The fingerprints of files in which TypeScript found no error. */
    readonly #correct = new Map<string, string>();
    readonly #source: ViewSource;
    /** Whether errors of all imported files are reported. */
    readonly checksImports: boolean;
    #project: Project | undefined;
    #view: ProgramView | undefined;
    /** What was read of files since the program last changed. */
    readonly #routes = new Map<string, FileRoutes>();

    constructor(source: ViewSource, checksImports = false) {
        this.graph = new ImportGraph(source.readText, source.askedAt());
        this.groups = new GroupMemory(this.graph);
        this.#source = source;
        this.checksImports = checksImports;
    }

    /** The view of the project's current program. */
    viewOf(project: Project): ProgramView {
        if (this.#view !== undefined && this.#project === project) return this.#view;
        this.#project = project;
        this.#view = createProgramView(project, this.#source);
        this.#routes.clear();
        return this.#view;
    }

    /** What a file registers in the current program. Read once. */
    routesOf(path: string, read: () => FileRoutes): FileRoutes {
        const routes = this.#routes.get(path) ?? read();
        this.#routes.set(path, routes);
        return routes;
    }

    isKnownToBeCorrect(path: string): boolean {
        return this.#correct.get(path) === this.graph.fingerprintOf(path);
    }

    setCorrect(path: string): void {
        this.#correct.set(path, this.graph.fingerprintOf(path));
    }
}
