import {checkConfiguration, checkFiles} from './check-program.ts';
import {findCalls} from './find-calls.ts';
import type {ImportGraph} from './import-graph.ts';
import {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import {ProjectMemory} from './project-memory.ts';
import {ProjectSession, type ProjectSessionOptions} from './project-session.ts';
import {readCall} from './read-call.ts';
import type {FileRoutes, RouteReader} from './route-reader.ts';
import {isExpressionStatement, isStringLiteral, type SourceFile, SyntaxKind} from './typescript-api.ts';

/** Starts a checker that reads the routes of files. */
export function createRouteReader(options: ProjectSessionOptions): RouteReader {
    const session = new ProjectSession(options);
    /** By the project's tsconfig. */
    const memories = new Map<string, ProjectMemory>();
    const readText = (path: string) => session.readText(path);
    function read(path: string, code: string): FileRoutes {
        const project = session.open(path, code);
        const memory = memories.get(project.id) ?? new ProjectMemory();
        memories.set(project.id, memory);
        return readFile(memory, memory.viewOf(project, readText), path, readText);
    }
    return {
        read: (code, fileName) => read(session.toPath(fileName), code),
        changed: (fileNames) => session.changed(fileNames),
        close: () => session.close(),
    };
}

const noRoutes = {calls: [], diagnostics: [], importsAt: 0, isCommonJs: false, servesMetadata: false, dependencies: []} as const;

const unresolvedCall =
    'TypeScript could not resolve this function, so mion can not tell whether it registers routes. Is `@mionkit/router` installed?';

function readFile(
    memory: ProjectMemory,
    view: ProgramView,
    path: string,
    readText: (path: string) => string | undefined,
): FileRoutes {
    const file = view.program.getSourceFile(path);
    // JavaScript, where `allowJs` is off. If it registers routes, `registerRoutes` says that they are not compiled.
    if (file === undefined) return noRoutes;
    const found = findCalls(view, file);
    if (found.calls.length + found.unresolved.length === 0) return noRoutes;
    memory.graph.refresh(view, path, readText);
    const problems = new ProblemList(view, file);
    const paths = new Set<string>([file.path]);
    for (const call of found.unresolved) problems.addAtNode(call, unresolvedCall);
    const calls = found.calls.flatMap((call) => readCall(view, problems, memory.groups, paths, call) ?? []);
    checkConfiguration(view, problems);
    checkFiles(view, problems, memory, problems.hasUnresolved ? memory.graph.closureOf(path) : paths);
    return {
        calls,
        diagnostics: problems.sorted(),
        importsAt: findImportPosition(file),
        isCommonJs: isCommonJs(file),
        servesMetadata: view.program.getSourceFileNames().some((name) => view.packageOf(name) === '@mionkit/common'),
        dependencies: findDependencies(view, memory.graph, path),
    };
}

/** The files whose change can change the types in a file: all that it imports, and the declarations that stand beside. */
function findDependencies({program}: ProgramView, graph: ImportGraph, path: string): string[] {
    const names = program.getSourceFileNames().filter((name) => !name.includes('/node_modules/'));
    // Where names differ only by case, TypeScript's paths are in lower case.
    const spellings = new Map(names.map((name) => [name.toLowerCase(), name]));
    const found = [...graph.closureOf(path), ...names.filter((name) => /\.d\.[cm]?ts$/.test(name))];
    return [...new Set(found.map((file) => spellings.get(file.toLowerCase()) ?? file))].filter((file) => file !== path);
}

const importSyntax: ReadonlySet<SyntaxKind> = new Set([
    ...[
        SyntaxKind.ImportDeclaration,
        SyntaxKind.ImportEqualsDeclaration,
        SyntaxKind.ExportDeclaration,
        SyntaxKind.ExportAssignment,
    ],
]);

/** Whether a file imports with `require`, and has no syntax that would make it a module of the other kind. */
function isCommonJs({statements, text}: SourceFile): boolean {
    const isModule = statements.some((node) => importSyntax.has(node.kind) || /^export\b/.test(node.getText()));
    return !isModule && /\brequire\s*\(/.test(text);
}

/** The start of the first statement behind the directive prologue. */
function findImportPosition(file: SourceFile): number {
    const first = file.statements.find((node) => !(isExpressionStatement(node) && isStringLiteral(node.expression)));
    return first === undefined ? file.text.length : first.getStart(file);
}
