import {generateCompiledRoutes} from '@mionkit/reflection/generator';
import {type CompilerSettings, SettingsReader} from './compiler-settings.ts';
import {injectCode} from './inject-code.ts';
import {mayRegisterRoutes} from './may-register-routes.ts';
import {MionCompileError} from './mion-compile-error.ts';
import type {SourceMap} from './source-map.ts';
import {createRouteReader} from './typescript/create-route-reader.ts';
import type {FileRoutes, ReadRoutes, RouteReader} from './typescript/route-reader.ts';

/** How a compiler works. Settings that are not given here are those of the file's tsconfig, under its key `mion`. */
export interface CompilerOptions extends CompilerSettings {
    /** Paths of messages and of `tsconfig` are relative to this. @default the current directory */
    readonly cwd?: string;
    /** The tsconfig for every file. @default the nearest one that includes the file, else the nearest one */
    readonly tsconfig?: string;
}

/** What `transform` makes of a file. */
export interface TransformResult {
    /** TypeScript still: types are left in place. */
    readonly code: string;
    readonly map: SourceMap;
    /** The other files that the result depends on: a change in one of them can change the generated code. */
    readonly dependencies: readonly string[];
}

/** A compiler for the `registerRoutes` calls of a program. It holds a process of TypeScript's checker until it is closed. */
export interface Compiler {
    /**
     * Injects the generated code into a file. Answers `undefined` for a file that registers nothing, and for the files of installed packages.
     *
     * `code` may differ from the file on disk. Throws a `MionCompileError` that lists everything in the file that does not compile.
     */
    transform(code: string, fileName: string): TransformResult | undefined;
    /** Says which files changed on disk since the last call; without names, that any may have. */
    changed(fileNames?: readonly string[]): void;
    /** Ends the checker's process. The compiler starts another one when it is used again. */
    close(): void;
}

/** Makes a compiler. Its checker starts with the first file that registers routes. */
export function createCompiler(options: CompilerOptions = {}): Compiler {
    const settings = new SettingsReader(options.tsconfig);
    /** Tools ask more than once for a file: for its cache key and for its code, for the server and for the client. */
    const results = new WeakMap<ReadRoutes['calls'], TransformResult>();
    let reader: RouteReader | undefined;
    function read(code: string, fileName: string): FileRoutes {
        const meanwhile = (routes: ReadRoutes) => tryToGenerate(code, fileName, routes);
        try {
            reader ??= begin(code, fileName);
            return reader.read(code, fileName, meanwhile);
        } catch {
            // The checker's process has ended, or is in disorder. A new one answers, or throws what is to be seen.
            reader?.close();
            reader = createRouteReader(options);
            return reader.read(code, fileName, meanwhile);
        }
    }
    /** Starts a checker, and reads the settings of a file while its process starts. */
    function begin(code: string, fileName: string): RouteReader {
        const started = createRouteReader(options);
        started.begin(code, fileName);
        try {
            settings.read(fileName);
        } catch {
            // It is told when TypeScript has found nothing wrong.
        }
        return started;
    }
    function generateOnce(code: string, fileName: string, routes: ReadRoutes): TransformResult {
        const known = results.get(routes.calls);
        if (known !== undefined) return known;
        const result = generate(code, fileName, {routes, settings: {...settings.read(fileName), ...withoutUndefined(options)}});
        results.set(routes.calls, result);
        return result;
    }
    function tryToGenerate(code: string, fileName: string, routes: ReadRoutes): void {
        try {
            generateOnce(code, fileName, routes);
        } catch {
            // It fails again when TypeScript has found no reason for it.
        }
    }
    return {
        transform(text, fileName) {
            // TypeScript counts positions without the byte order mark.
            const code = text.replace(/^\uFEFF/, '');
            if (!mayRegisterRoutes(code, fileName)) return undefined;
            const routes = read(code, fileName);
            if (routes.diagnostics.length > 0) throw new MionCompileError(routes.diagnostics, routes.dependencies);
            return routes.calls.length === 0 ? undefined : generateOnce(code, fileName, routes);
        },
        changed(fileNames) {
            settings.changed();
            reader?.changed(fileNames);
        },
        close() {
            reader?.close();
            reader = undefined;
        },
    };
}

interface Generation {
    readonly routes: ReadRoutes;
    readonly settings: CompilerSettings;
}

function generate(code: string, fileName: string, {routes, settings}: Generation): TransformResult {
    const {importsAt, isCommonJs, dependencies, servesMetadata} = routes;
    const parts = {
        models: settings.metadata ?? servesMetadata,
        isResult: settings.validateReturn ?? false,
        undeclared: settings.unknownProperties === 'reject',
    };
    const calls = routes.calls.map(({argumentEnd, methods, definitions}) => {
        return {argumentEnd, ...generateCompiledRoutes({methods, definitions, ...parts})};
    });
    const imports = [...new Set(calls.flatMap((each) => each.imports))].sort();
    return {...injectCode(code, fileName, {calls, imports, importsAt, isCommonJs}), dependencies};
}

function withoutUndefined<T extends object>(options: T): Partial<T> {
    return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Partial<T>;
}
