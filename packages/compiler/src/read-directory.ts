import {readFileSync, statSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Definitions} from '@mionkit/core';
import type {MethodSource} from '@mionkit/reflection/generator';
import type {CompileDiagnostic} from './compile-diagnostic.ts';
import {isEmitted} from './is-emitted.ts';
import {listFiles} from './list-files.ts';
import {mayRegisterRoutes} from './may-register-routes.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {createRouteReader} from './typescript/create-route-reader.ts';
import type {ProjectSessionOptions} from './typescript/project-session.ts';
import type {RouteCall} from './typescript/route-reader.ts';

/** A route or hook, and where it is registered. */
export interface RegisteredMethod extends MethodSource {
    readonly fileName: string;
    /** What the `ref`s in its model point to. */
    readonly definitions: Definitions;
}

/** The routes and hooks that the files of a directory register. Throws one `MionCompileError` for everything that does not compile. */
export function readDirectory(directory: string, options?: ProjectSessionOptions): RegisteredMethod[] {
    return readCalls(directory, options).flatMap(({methods, fileName, definitions}) =>
        methods.map((method) => ({...method, fileName, definitions})),
    );
}

/** A call that registers routes or hooks, and where it stands. */
export interface FileCall extends RouteCall {
    readonly fileName: string;
}

/** The calls in the files of a directory, or in one file. Throws one `MionCompileError` for everything that does not compile. */
export function readCalls(path: string, options: ProjectSessionOptions = {}): FileCall[] {
    const reader = createRouteReader(options);
    const calls: FileCall[] = [];
    const diagnostics: CompileDiagnostic[] = [];
    for (const fileName of listSources(resolve(path))) {
        const code = readFileSync(fileName, 'utf8');
        if (!mayRegisterRoutes(code, fileName) || isEmitted(fileName)) continue;
        const routes = reader.read(code, fileName);
        diagnostics.push(...routes.diagnostics);
        calls.push(...routes.calls.map((call) => ({...call, fileName})));
    }
    reader.close();
    if (diagnostics.length > 0) throw new MionCompileError(diagnostics);
    return calls;
}

function listSources(path: string): string[] {
    const files = statSync(path).isDirectory() ? listFiles(path) : [path];
    return files.filter((name) => /\.[cm]?[jt]sx?$/.test(name));
}
