import type {TypeModel} from '@mionkit/core';
import {settleModels, type TypePool} from '@mionkit/reflection/front-end';
import type {MethodSource} from '@mionkit/reflection/generator';
import type {CallHandlers} from './check-contexts.ts';
import {createReadContext} from './create-read-context.ts';
import {readDefinitionKeys} from './definition-keys.ts';
import type {RegisterCall} from './find-calls.ts';
import {findRouter} from './find-router.ts';
import type {Group, GroupMemory, NewGroups} from './group-memory.ts';
import {toBatches} from './prefetch-types.ts';
import type {ProblemList} from './problem-list.ts';
import {about, isNamed, type ProgramView} from './program-view.ts';
import {readMethod} from './read-method.ts';
import {listSentSymbols} from './read-params.ts';
import {listResultTypes} from './read-result.ts';
import {isHandler, readTree, type TreeEntry, type TreeHandler} from './read-tree.ts';
import {once} from './remember.ts';
import type {RouteCall} from './route-reader.ts';
import {isSpreadElement} from './typescript-api.ts';

/** What the reading of a file gathers. */
export interface FileReading {
    readonly view: ProgramView;
    readonly problems: ProblemList;
    /** The files that contribute a declaration to the types of the file's routes. */
    readonly paths: Set<string>;
    readonly groups: GroupMemory;
}

/** What a call registers, and its groups that were not known before. */
export interface CallReading extends CallHandlers {
    readonly call: RouteCall;
    readonly newGroups: NewGroups;
}

/** Reads a call; `undefined` when its second argument is there already. */
export function readCall({view, problems, paths, groups}: FileReading, call: RegisterCall): CallReading | undefined {
    const [argument, compiled] = call.node.arguments;
    if (argument === undefined || compiled !== undefined) return undefined;
    problems.enterCall(argument);
    if (isSpreadElement(argument)) {
        problems.addAtNode(
            argument,
            `\`${call.functionName}\` is called with spread arguments, so its tree is unknown. Pass the tree itself.`,
        );
        return undefined;
    }
    const pool: TypePool = new Map();
    const context = createReadContext(view, problems, pool, paths);
    const newGroups: NewGroups = new Map();
    const recall = (group: Omit<Group, 'functionName'>) =>
        groups.find(view, {...group, functionName: call.functionName}, newGroups);
    const getDefinitionKeys = once(() => readDefinitionKeys(view, call.functionType));
    const entries = readTree({...context, recall, getDefinitionKeys}, argument);
    checkKinds(problems, call, entries);
    const handlers = entries.filter(isHandler);
    prefetchHandlers(view, handlers);
    const sources = entries.map((entry) => (isHandler(entry) ? readMethod(context, entry) : entry));
    context.readWaiting();
    const {settle, definitions} = settleModels(pool);
    const methods = sources.map((source, index) => (source === entries[index] ? source : settleSource(source, settle)));
    const {functionName, functionType} = call;
    const routeCall = {argumentEnd: argument.end, functionName, router: findRouter(view, call), methods, definitions};
    return {call: routeCall, newGroups, functionType, handlers};
}

function prefetchHandlers(view: ProgramView, handlers: readonly TreeHandler[]): void {
    const signatures = handlers.flatMap(({kind, signature}) => (kind === 'rawHook' ? [] : [signature]));
    const paths = new Set(signatures.flatMap(({declaration}) => declaration?.path ?? []));
    view.askAll(
        [...paths].map((path) => () => view.program.getSourceFile(path)),
        [about(view.parametersOf, signatures), about(view.returnTypeOf, signatures)],
    );
    const results = signatures.flatMap((signature) => view.returnTypeOf(signature) ?? []);
    const params = signatures.map((signature) => listSentSymbols(view, signature));
    view.askAll(
        toBatches(params).map((batch) => () => view.typesOf(batch.flat())),
        [about(view.symbolOf, results.filter(isNamed))],
    );
    view.askAll(signatures.map((signature) => () => listResultTypes(view, signature)));
    view.askAll(params.flat().map((param) => () => param.valueDeclaration?.resolve()));
}

/** Hooks stand beside routes, or alone in the functions that take nothing else. */
function checkKinds(problems: ProblemList, {functionName, node}: RegisterCall, methods: readonly TreeEntry[]): void {
    const routes = methods.filter(({kind}) => kind === 'route');
    if (functionName !== 'registerRoutes') {
        for (const {id} of routes) problems.addAtNode(node, `\`${id}\` is a route, and \`${functionName}\` takes hooks only.`);
        return;
    }
    if (methods.length === 0 || routes.length > 0) return;
    const advice = 'Use `addStartHooks` or `addEndHooks` for hooks of all routes.';
    problems.addAtNode(node, `the tree has hooks and no route, so they would never run. ${advice}`);
}

function settleSource(source: MethodSource, settle: (model: TypeModel) => TypeModel): MethodSource {
    const {params, returns, errors} = source.model;
    const settledErrors = errors?.map((error) => (error.errorData ? {...error, errorData: settle(error.errorData)} : error));
    const model = {
        ...source.model,
        params: params.map((param) => ({...param, type: settle(param.type)})),
        returns: settle(returns),
        ...(settledErrors && {errors: settledErrors}),
    };
    return {...source, model};
}
