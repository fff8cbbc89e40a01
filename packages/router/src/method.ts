import type {CompiledMethod, CompiledRoutes, MethodCodec, MethodKind} from '@mionkit/core';
import type {CallContext} from './call-context.ts';
import type {TreeMethod} from './read-routes.ts';
import type {RouterOptions} from './router-options.ts';

/** Where errors stand that belong to no method, or to one that clients never hear of. */
export const REQUEST_KEY = '@request';

/** A route or hook as dispatch needs it: everything that can be known before a request is. */
export interface Method {
    readonly id: string;
    readonly kind: MethodKind;
    readonly handler: (ctx: CallContext, ...params: unknown[]) => unknown;
    /** In lower case. */
    readonly headerName: string | undefined;
    readonly runOnError: boolean;
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
    readonly codec: MethodCodec;
}

const noCodec: MethodCodec = {};

/** Joins a method of a tree with its compiled code, and with the router's options where it has none of its own. */
export function createMethod(method: TreeMethod, {methods, listIssues}: CompiledRoutes, options: RouterOptions): Method {
    const {id, kind} = method;
    const own = method.options;
    const compiled = methods[id] as CompiledMethod;
    const isPrivate = kind === 'rawHook' || (kind !== 'route' && compiled.paramCount === 0 && !compiled.hasResult);
    return {
        id,
        kind,
        handler: method.handler as Method['handler'],
        headerName: own.headerName?.toLowerCase(),
        runOnError: own.runOnError ?? own.forceRunOnError ?? false,
        isPrivate,
        errorKey: isPrivate ? REQUEST_KEY : id,
        jsonKey: `${JSON.stringify(id)}:`,
        validates: own.enableValidation ?? own.useValidation ?? options.enableValidation,
        serializes: own.enableSerialization ?? own.useSerialization ?? options.enableSerialization,
        compiled,
        listIssues,
        codec: compiled.getCodec?.() ?? noCodec,
    };
}
