/** What Vite's dev server has of the modules of a file. */
interface ModuleGraph {
    getModulesByFile(fileName: string): ReadonlySet<unknown> | undefined;
}

interface HotUpdate {
    readonly file: string;
    readonly modules: readonly unknown[];
}

/**
 * Makes Vite's dev server try again when a file changes that a failed one waits for: it keeps the failure, and knows the dependencies only of
 * modules that it could transform.
 */
export function createHotUpdate(failures: ReadonlyMap<string, readonly string[]>) {
    return function hotUpdate(
        this: {readonly environment: {readonly moduleGraph: ModuleGraph}},
        {file, modules}: HotUpdate,
    ): unknown[] | undefined {
        const waiting = [...failures].filter(([, dependencies]) => dependencies.includes(file));
        const again = waiting.flatMap(([fileName]) => [...(this.environment.moduleGraph.getModulesByFile(fileName) ?? [])]);
        return again.length === 0 ? undefined : [...modules, ...again];
    };
}
