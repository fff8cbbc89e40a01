import type {CompiledMethod, CompiledRoutes, MethodCodec, MethodKind} from '@mionkit/core';
import type {CallContext} from './call-context.ts';
import type {TreeMethod} from './read-routes.ts';
import type {RouterOptions} from './router-options.ts';

/** Where errors stand that belong to no method, or to one that clients never hear of. */
export const REQUEST_KEY = '@request';

/** A route or hook as dispatch needs it: everything that can be known at registration is. */
export interface Method {
    readonly id: string;
    readonly kind: MethodKind;
    /** What stands in the tree. Tells whether an id is registered again or taken. */
    readonly definition: object;
    readonly handler: (ctx: CallContext, ...params: unknown[]) => unknown;
    /** In lower case. */
    readonly headerName: string | undefined;
    readonly runOnError: boolean;
    readonly readOnly: boolean;
    /** No client ever hears of it: it runs, and what it throws stands under `@request`. */
    readonly isPrivate: boolean;
    /** Under which key its errors stand. */
    readonly errorKey: string;
    /** `"id":`, as it stands in a response. */
    readonly jsonKey: string;
    readonly validates: boolean;
    readonly serializes: boolean;
    readonly compiled: CompiledMethod;
    readonly listIssues: CompiledRoutes['listIssues'];
    readonly codec: MethodCodec | undefined;
}

/** A method in a plan: its codec is there. */
export interface Step extends Method {
    readonly codec: MethodCodec;
}

/** What a method of a tree is joined with. */
export interface MethodContext {
    readonly compiled: CompiledRoutes;
    readonly options: RouterOptions;
}

/** Joins a method of a tree with its compiled code and the options that hold for it. */
export function createMethod(method: TreeMethod, {compiled: {methods, listIssues}, options}: MethodContext): Method {
    const {id, kind, definition} = method;
    const own = method.options;
    const compiled = methods[id] as CompiledMethod;
    const isPrivate = kind === 'rawHook' || (kind !== 'route' && compiled.paramCount === 0 && !compiled.hasResult);
    return {
        id,
        kind,
        definition,
        handler: method.handler as Method['handler'],
        headerName: own.headerName?.toLowerCase(),
        runOnError: own.runOnError ?? own.forceRunOnError ?? false,
        readOnly: own.readOnly ?? false,
        isPrivate,
        errorKey: isPrivate ? REQUEST_KEY : id,
        jsonKey: `${JSON.stringify(id)}:`,
        validates: own.enableValidation ?? own.useValidation ?? options.enableValidation,
        serializes: own.enableSerialization ?? own.useSerialization ?? options.enableSerialization,
        compiled,
        listIssues,
        codec: undefined,
    };
}

const noCodec: MethodCodec = {};

/** Makes a method ready to run: its codec is made when the first plan needs it, so that a cold start doesn't pay for the others. */
export function toStep(method: Method): Step {
    const step: {-readonly [Key in keyof Step]: Step[Key]} = method as Step;
    step.codec ??= method.compiled.getCodec?.() ?? noCodec;
    return step;
}
