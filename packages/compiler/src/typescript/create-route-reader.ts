import type {MethodModel, TypeModel} from '@mionkit/core';
import {settleModels, type TypePool} from '../settle-models.ts';
import {createReadContext} from './create-read-context.ts';
import {findCalls, type RegisterCall} from './find-calls.ts';
import {ProblemList} from './problem-list.ts';
import {createProgramView, type ProgramView} from './program-view.ts';
import {ProjectSession, type ProjectSessionOptions} from './project-session.ts';
import {readTree} from './read-tree.ts';
import type {FileRoutes, ReadMethod, RouteCall, RouteReader} from './route-reader.ts';
import {isExpressionStatement, isStringLiteral, type SourceFile} from './typescript-api.ts';

/** Starts a checker that reads the routes of files. */
export function createRouteReader(options: ProjectSessionOptions): RouteReader {
    const session = new ProjectSession(options);
    return {
        read(code, fileName) {
            const path = session.toPath(fileName);
            const view = createProgramView(session.open(path, code));
            const file = view.program.getSourceFile(path);
            if (file === undefined) throw new Error(`mion: TypeScript has no file ${path}.`);
            return readFile(view, file);
        },
        changed: (fileNames) => session.changed(fileNames),
        close: () => session.close(),
    };
}

function readFile(view: ProgramView, file: SourceFile): FileRoutes {
    const problems = new ProblemList(view, file);
    const files = new Set<string>();
    const calls = findCalls(view, file).flatMap((call) => readCall(view, problems, files, call));
    return {
        calls,
        diagnostics: problems.diagnostics,
        importsAt: findImportPosition(file),
        isCommonJs: file.externalModuleIndicator === undefined,
        servesMetadata: view.program.getSourceFileNames().some((name) => view.packageOf(name) === '@mionkit/common'),
        dependencies: [...files].filter((path) => path !== file.path),
    };
}

function readCall(view: ProgramView, problems: ProblemList, files: Set<string>, {node}: RegisterCall): RouteCall[] {
    const [argument, compiled] = node.arguments;
    if (argument === undefined || compiled !== undefined) return [];
    problems.enterCall(argument);
    const pool: TypePool = new Map();
    const context = createReadContext(view, problems, pool, files);
    const type = view.checker.getTypeAtLocation(argument);
    if (type === undefined) return [];
    const methods = readTree(context, type, {methodId: '', path: ''});
    const {settle, definitions} = settleModels(pool);
    return [{argumentEnd: argument.end, methods: methods.map((method) => settleMethod(method, settle)), definitions}];
}

function settleMethod(method: ReadMethod, settle: (model: TypeModel) => TypeModel): ReadMethod {
    const {params, returns, errors} = method.model;
    const model: MethodModel = {
        ...method.model,
        params: params.map((param) => ({...param, type: settle(param.type)})),
        returns: settle(returns),
        ...(errors && {
            errors: errors.map((error) => ({...error, ...(error.errorData && {errorData: settle(error.errorData)})})),
        }),
    };
    return {...method, model};
}

/** The start of the first statement behind the directive prologue. */
function findImportPosition(file: SourceFile): number {
    const first = file.statements.find((node) => !(isExpressionStatement(node) && isStringLiteral(node.expression)));
    return first === undefined ? file.text.length : first.getStart(file);
}
