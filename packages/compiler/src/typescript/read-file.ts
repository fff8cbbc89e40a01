import {existsSync} from 'node:fs';
import {checkContexts} from './check-contexts.ts';
import {beginCheck, checkConfiguration, checkFiles} from './check-program.ts';
import {findCalls, type RegisterCall} from './find-calls.ts';
import type {ImportGraph} from './import-graph.ts';
import {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import type {ProjectMemory} from './project-memory.ts';
import {readCall} from './read-call.ts';
import type {FileRoutes, Meanwhile} from './route-reader.ts';
import {isExpressionStatement, isStringLiteral, type SourceFile, SyntaxKind} from './typescript-api.ts';

const noRoutes = {calls: [], diagnostics: [], importsAt: 0, isCommonJs: false, servesMetadata: false, dependencies: []} as const;

const unresolvedCall =
    'TypeScript could not resolve this function, so mion can not tell whether it registers routes. Is `@mionkit/router` installed?';

/** What a file registers, and everything in it and in the files of its types that does not compile. */
export function readFile(memory: ProjectMemory, view: ProgramView, path: string, meanwhile?: Meanwhile): FileRoutes {
    const file = view.program.getSourceFile(path);
    // JavaScript, where `allowJs` is off. If it registers routes, `registerRoutes` says that they are not compiled.
    if (file === undefined) return noRoutes;
    const found = findCalls(view, file);
    if (found.calls.length + found.indirect.length + found.unresolved.length === 0) return noRoutes;
    const refresh = () => memory.graph.refresh(view, path);
    const trees = found.calls.flatMap(({node}) => node.arguments[0] ?? []);
    view.askAll([view.getFileNames, refresh, ...trees.map((tree) => () => view.treePropertiesOf(tree) ?? view.typeAt(tree))]);
    refresh();
    const problems = new ProblemList(view, file);
    const paths = new Set<string>([file.path]);
    for (const call of found.unresolved) problems.addAtNode(call, unresolvedCall);
    for (const call of found.indirect) problems.addAtNode(call.node, describeIndirect(call));
    const readings = found.calls.flatMap((call) => readCall({view, problems, paths, groups: memory.groups}, call) ?? []);
    const routes = {
        calls: readings.map(({call}) => call),
        importsAt: findImportPosition(file),
        isCommonJs: isCommonJs(file),
        servesMetadata: view.getFileNames().some((name) => view.packageOf(name) === '@mionkit/common'),
        dependencies: findDependencies(view, memory.graph, path),
    };
    if (meanwhile !== undefined && problems.isEmpty) {
        beginCheck(view, memory, paths);
        meanwhile(routes);
    }
    checkConfiguration(view, problems);
    checkFiles(view, problems, memory, problems.hasUnresolved || memory.checksImports ? memory.graph.closureOf(path) : paths);
    if (!problems.isEmpty) for (const reading of readings) checkContexts(view, problems, reading);
    if (problems.isEmpty) for (const {newGroups, call} of readings) memory.groups.keep(newGroups, call.methods);
    if (problems.isEmpty) return {...routes, diagnostics: []};
    return {...routes, dependencies: [...routes.dependencies, ...memory.graph.missingFrom(path)], diagnostics: problems.sorted()};
}

function describeIndirect({functionName}: RegisterCall): string {
    return `\`${functionName}\` is called through its \`call\` or \`apply\`, so mion can't give it the compiled routes. Write \`${functionName}(…)\`, or \`router.${functionName}(…)\`.`;
}

/** The files whose change can change the types in a file: all that it imports, the declarations that stand beside, and the tsconfig. */
function findDependencies({getFileNames, configFile}: ProgramView, graph: ImportGraph, path: string): string[] {
    const names = getFileNames().filter((name) => !name.includes('/node_modules/'));
    // Where names differ only by case, TypeScript's paths are in lower case.
    const spellings = new Map(names.map((name) => [name.toLowerCase(), name]));
    const found = [...graph.closureOf(path), ...names.filter((name) => /\.d\.[cm]?ts$/.test(name))];
    if (existsSync(configFile)) found.push(configFile);
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
