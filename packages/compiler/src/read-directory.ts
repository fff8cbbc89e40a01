import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import type {Definitions} from '@mionkit/core';
import type {MethodSource} from '@mionkit/reflection/generator';
import type {CompileDiagnostic} from './compile-diagnostic.ts';
import type {CompilerOptions} from './compiler.ts';
import {listFiles} from './list-files.ts';
import {mayRegisterRoutes} from './may-register-routes.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {createRouteReader} from './typescript/create-route-reader.ts';

/** A route or hook, and where it is registered. */
export interface RegisteredMethod extends MethodSource {
    readonly fileName: string;
    /** What the `ref`s in its model point to. */
    readonly definitions: Definitions;
}

/** The routes and hooks that the files of a directory register. Throws one `MionCompileError` for everything that does not compile. */
export function readDirectory(directory: string, options: CompilerOptions = {}): RegisteredMethod[] {
    const reader = createRouteReader(options);
    const methods: RegisteredMethod[] = [];
    const diagnostics: CompileDiagnostic[] = [];
    for (const fileName of listFiles(resolve(directory)).filter((name) => /\.[cm]?[jt]sx?$/.test(name))) {
        const code = readFileSync(fileName, 'utf8');
        if (!mayRegisterRoutes(code, fileName)) continue;
        const routes = reader.read(code, fileName);
        diagnostics.push(...routes.diagnostics);
        for (const call of routes.calls) {
            methods.push(...call.methods.map((method) => ({...method, fileName, definitions: call.definitions})));
        }
    }
    reader.close();
    if (diagnostics.length > 0) throw new MionCompileError(diagnostics);
    return methods;
}
