import type {ProgramView, ViewSource} from './program-view.ts';
import {ProjectMemory} from './project-memory.ts';
import {ProjectSession, type ProjectSessionOptions} from './project-session.ts';
import {readFile} from './read-file.ts';
import type {RouteReader} from './route-reader.ts';
import type {Project} from './typescript-api.ts';

/** Starts a checker that reads the routes of files. */
export function createRouteReader(options: ProjectSessionOptions): RouteReader {
    /** By project. */
    const memories = new Map<string, ProjectMemory>();
    const session = new ProjectSession(options, (paths) => {
        for (const {graph} of memories.values()) graph.forget(paths);
    });
    const source: ViewSource = {
        readText: (path) => session.readText(path),
        askedAt: () => session.askedAt,
        askAll: (functions, groups) => session.askAll(functions, groups),
        askSoon: (functions) => session.askSoon(functions),
    };
    const viewOf = (project: Project): {memory: ProjectMemory; view: ProgramView} => {
        const memory = memories.get(project.id) ?? new ProjectMemory(source, options.checkImports);
        memories.set(project.id, memory);
        return {memory, view: memory.viewOf(project)};
    };
    return {
        begin: (code, fileName) => session.begin(session.toPath(fileName), code),
        read(code, fileName, meanwhile) {
            const path = session.toPath(fileName);
            const found = viewOf(session.open(path, code));
            const read = found.view.program.getSourceFile(path)?.text;
            const {memory, view} = read === undefined || read === code ? found : viewOf(session.openText(path, code));
            return memory.routesOf(path, () => readFile(memory, view, path, meanwhile));
        },
        changed: (fileNames) => session.changed(fileNames),
        countMessages: () => session.messages,
        close: () => session.close(),
    };
}
