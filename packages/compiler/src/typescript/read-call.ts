import type {MethodModel, TypeModel} from '@mionkit/core';
import {settleModels, type TypePool} from '../settle-models.ts';
import {createReadContext} from './create-read-context.ts';
import {readDefinitionKeys} from './definition-keys.ts';
import type {RegisterCall} from './find-calls.ts';
import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import {readMethod} from './read-method.ts';
import {readTree, type TreeHandler} from './read-tree.ts';
import type {RouteCall} from './route-reader.ts';
import {isSpreadElement} from './typescript-api.ts';

/** What a call registers; `undefined` when its second argument is there already. Adds the paths of contributing files. */
export function readCall(
    view: ProgramView,
    problems: ProblemList,
    paths: Set<string>,
    call: RegisterCall,
): RouteCall | undefined {
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
    const type = view.checker.getTypeAtLocation(argument);
    if (type === undefined) return undefined;
    const pool: TypePool = new Map();
    const context = createReadContext(view, problems, pool, paths);
    const handlers = readTree({...context, definitionKeys: readDefinitionKeys(view, call.functionType)}, type);
    checkKinds(problems, call, handlers);
    view.typesOf(handlers.flatMap(({signature}) => signature.getParameters()));
    const methods = handlers.map((handler) => readMethod(context, handler));
    context.readWaiting();
    const {settle, definitions} = settleModels(pool);
    const settled = methods.map((method) => ({...method, model: settleMethod(method.model, settle)}));
    return {argumentEnd: argument.end, methods: settled, definitions};
}

/** Hooks stand beside routes, or alone in the functions that take nothing else. */
function checkKinds(problems: ProblemList, {functionName, node}: RegisterCall, methods: readonly TreeHandler[]): void {
    const routes = methods.filter(({kind}) => kind === 'route');
    if (functionName !== 'registerRoutes') {
        for (const {id} of routes) problems.addAtNode(node, `\`${id}\` is a route, and \`${functionName}\` takes hooks only.`);
        return;
    }
    if (methods.length === 0 || routes.length > 0) return;
    const advice = 'Use `addStartHooks` or `addEndHooks` for hooks of all routes.';
    problems.addAtNode(node, `the tree has hooks and no route, so they would never run. ${advice}`);
}

function settleMethod(model: MethodModel, settle: (model: TypeModel) => TypeModel): MethodModel {
    const {params, returns, errors} = model;
    const settledErrors = errors?.map((error) => (error.errorData ? {...error, errorData: settle(error.errorData)} : error));
    return {
        ...model,
        params: params.map((param) => ({...param, type: settle(param.type)})),
        returns: settle(returns),
        ...(settledErrors && {errors: settledErrors}),
    };
}
