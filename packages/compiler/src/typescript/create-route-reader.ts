import {checkConfiguration, checkFiles} from './check-program.ts';
import {findCalls} from './find-calls.ts';
import {findDependencies} from './find-dependencies.ts';
import {ProblemList} from './problem-list.ts';
import {createProgramView} from './program-view.ts';
import {ProjectSession, type ProjectSessionOptions} from './project-session.ts';
import {readCall} from './read-call.ts';
import type {FileRoutes, RouteReader} from './route-reader.ts';
import {isExpressionStatement, isStringLiteral, type SourceFile} from './typescript-api.ts';

/** Starts a checker that reads the routes of files. */
export function createRouteReader(options: ProjectSessionOptions): RouteReader {
    const session = new ProjectSession(options);
    return {
        read: (code, fileName) => readFile(session, session.toPath(fileName), code),
        changed: (fileNames) => session.changed(fileNames),
        close: () => session.close(),
    };
}

const noRoutes = {calls: [], diagnostics: [], importsAt: 0, isCommonJs: false, servesMetadata: false, dependencies: []} as const;

const unresolvedCall =
    'TypeScript could not resolve this function, so mion can not tell whether it registers routes. Is `@mionkit/router` installed?';

function readFile(session: ProjectSession, path: string, code: string): FileRoutes {
    const readText = (name: string) => session.readText(name);
    const view = createProgramView(session.open(path, code), readText);
    const file = view.program.getSourceFile(path);
    // JavaScript, where `allowJs` is off. If it registers routes, `registerRoutes` says that they are not compiled.
    if (file === undefined) return noRoutes;
    const found = findCalls(view, file);
    if (found.calls.length + found.unresolved.length === 0) return noRoutes;
    const problems = new ProblemList(view, file);
    const paths = new Set<string>([file.path]);
    for (const call of found.unresolved) problems.addAtNode(call, unresolvedCall);
    const calls = found.calls.flatMap((call) => readCall(view, problems, paths, call) ?? []);
    checkConfiguration(view, problems);
    checkFiles(view, problems, paths);
    return {
        calls,
        diagnostics: problems.sorted(),
        importsAt: findImportPosition(file),
        isCommonJs: file.externalModuleIndicator === undefined,
        servesMetadata: view.program.getSourceFileNames().some((name) => view.packageOf(name) === '@mionkit/common'),
        dependencies: findDependencies(view, path, readText),
    };
}

/** The start of the first statement behind the directive prologue. */
function findImportPosition(file: SourceFile): number {
    const first = file.statements.find((node) => !(isExpressionStatement(node) && isStringLiteral(node.expression)));
    return first === undefined ? file.text.length : first.getStart(file);
}
