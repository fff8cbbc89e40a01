import {readFileSync} from 'node:fs';
import type {LoadFnOutput, LoadHookContext, ResolveFnOutput, ResolveHookContext} from 'node:module';
import {fileURLToPath, pathToFileURL} from 'node:url';
import type {MessagePort} from 'node:worker_threads';
import {compileForNode} from './compile-for-node.ts';
import {findImportedFile, hasTypes} from './find-imported-file.ts';
import {importCommonJs} from './import-common-js.ts';
import {isOfPackage, mayRegisterRoutes} from './may-register-routes.ts';
import {toModuleFormat} from './module-format.ts';
import {watchThrough} from './watch-files.ts';

/** Starts the hooks in a thread of their own. */
export function initialize(port: MessagePort): void {
    watchThrough(port);
}

/** Finds the file of an import as TypeScript does. */
export function resolve<TResult extends ResolveFnOutput | Promise<ResolveFnOutput>>(
    specifier: string,
    context: ResolveHookContext,
    nextResolve: (specifier: string, context: ResolveHookContext) => TResult,
): TResult | ResolveFnOutput {
    const {parentURL} = context;
    const url = parentURL?.startsWith('file:') ? toSourceUrl(specifier, parentURL) : undefined;
    return url === undefined ? nextResolve(specifier, context) : {url, shortCircuit: true};
}

/** Gives Node the JavaScript of a TypeScript file, and of an ES module in JavaScript that registers routes. */
export function load<TResult extends LoadFnOutput | Promise<LoadFnOutput>>(
    url: string,
    context: LoadHookContext,
    nextLoad: (url: string, context: LoadHookContext) => TResult,
): TResult | LoadFnOutput {
    const [, extension] = /^file:[^?#]*\.([cm]?tsx?|m?js)(?:[?#]|$)/.exec(url) ?? [];
    const read = extension === undefined ? undefined : extension.endsWith('js') ? readJavaScript : readTypeScript;
    const source = read?.(fileURLToPath(url));
    return source === undefined ? nextLoad(url, context) : {format: 'module', source, shortCircuit: true};
}

function readTypeScript(fileName: string): string {
    const code = readFileSync(fileName, 'utf8');
    const isModule = toModuleFormat(fileName, code) === 'module';
    return isModule ? compileForNode(code, fileName, 'esm') : importCommonJs(code, fileName);
}

/** `undefined` for what Node runs as it is. */
function readJavaScript(fileName: string): string | undefined {
    if (isOfPackage(fileName) || !hasTypes(fileName)) return undefined;
    const code = readFileSync(fileName, 'utf8');
    const isOurs = mayRegisterRoutes(code, fileName) && toModuleFormat(fileName, code) === 'module';
    return isOurs ? compileForNode(code, fileName, 'esm') : undefined;
}

function toSourceUrl(specifier: string, parentUrl: string): string | undefined {
    const [, path = specifier, query = ''] = /^([^?#]*)(.*)$/.exec(specifier) ?? [];
    const found = findImportedFile(path.startsWith('file:') ? fileURLToPath(path) : path, fileURLToPath(parentUrl));
    return found && pathToFileURL(found).href + query;
}
