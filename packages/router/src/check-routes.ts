import {COMPILED_ROUTES_VERSION, type CompiledMethod, type CompiledRoutes, type MethodKind} from '@mionkit/core';
import {getOwn} from './get-own.ts';
import type {MethodTable} from './method-table.ts';
import type {RoutesReading, TreeMethod} from './read-routes.ts';

/** Which function registers: a tree of routes, or the hooks that surround all routes. */
export type Registration = 'registerRoutes' | 'addStartHooks' | 'addEndHooks';

/** What the routes are registered as, and beside which others. */
export interface RegistrationContext {
    readonly registration: Registration;
    readonly table: MethodTable;
}

const notCompiled = `these routes were not compiled, so nothing would be validated. Add \`@mionkit/compiler\` to what runs them:
\`node --import @mionkit/compiler/register\`, its plugin for esbuild, vite or rollup, its transform for jest, or \`mion build\`.
The compiler knows the calls by their form: \`registerRoutes(…)\` or \`router.registerRoutes(…)\`.`;
const otherVersion =
    'these routes were compiled by another version of mion. Use one version of `@mionkit/compiler` and `@mionkit/router`.';
const noRoute = 'the tree has hooks and no route, so they would never run. Use `addStartHooks` or `addEndHooks`.';

/** The compiled code of routes that can be registered. Throws one error that names everything that is wrong with them. */
export function checkRoutes(
    {methods, problems}: RoutesReading,
    compiled: CompiledRoutes | undefined,
    {registration, table}: RegistrationContext,
): CompiledRoutes {
    const {validateReturn, unknownProperties} = table.options;
    const takesRoutes = registration === 'registerRoutes';
    const entries = compiled?.version === COMPILED_ROUTES_VERSION ? compiled.methods : undefined;
    let hasRoute = methods.length === 0;
    for (const method of methods) {
        const {id, kind} = method;
        const entry = entries && getOwn(entries, id);
        if (kind === 'route') hasRoute = true;
        if (kind === 'route' && !takesRoutes) problems.push(`'${id}' is a route, and only hooks can stand here.`);
        if (table.isTaken(method))
            problems.push(`'${id}' is registered already, with something else. Rename it, or call \`resetRouter\` first.`);
        if (entries !== undefined && !isFitting(method, entry)) problems.push(describeMismatch(id, method, entry));
    }
    if (takesRoutes && !hasRoute) problems.push(noRoute);
    if (compiled === undefined) problems.push(notCompiled);
    else if (entries === undefined) problems.push(otherVersion);
    else {
        if (problems.length > 0 || methods.length !== Object.keys(entries).length) problems.push(...findAbsent(methods, entries));
        if (validateReturn && !compiled.validateReturn) problems.push(describeAbsentCode('validateReturn', true));
        if (unknownProperties === 'reject' && !compiled.unknownProperties)
            problems.push(describeAbsentCode('unknownProperties', unknownProperties));
    }
    if (problems.length > 0) throw new Error(`${registration}: ${problems.join('\n')}`);
    return compiled as CompiledRoutes;
}

function isFitting(method: TreeMethod, entry: CompiledMethod | undefined): boolean {
    if (entry === undefined || method.kind !== entry.kind) return false;
    // Params with a default value and rest params don't count in a function's length, so only more than declared is wrong.
    return method.kind === 'rawHook' || entry.paramCount < 0 || method.handler.length <= entry.paramCount + 1;
}

/** The methods that are in the type and not in the tree, and have to be. */
function findAbsent(methods: readonly TreeMethod[], entries: CompiledRoutes['methods']): readonly string[] {
    const ids = new Set(methods.map(({id}) => id));
    return Object.entries(entries).flatMap(([id, entry]) =>
        ids.has(id) || entry.optional ? [] : describeMismatch(id, undefined, entry),
    );
}

function describeMismatch(id: string, method: TreeMethod | undefined, entry: CompiledMethod | undefined): string {
    const inTree = describe(method?.kind, method?.handler.length);
    const inType = describe(entry?.kind, entry && entry.paramCount + 1);
    return `'${id}' is ${inTree} in the tree, but ${inType} in its type. Give the tree a type that fits it.`;
}

// The call context counts as a param.
function describe(kind: MethodKind | undefined, paramCount = 1): string {
    return kind === undefined ? 'absent' : `a ${kind} with ${Math.max(paramCount - 1, 0)} params`;
}

function describeAbsentCode(name: 'validateReturn' | 'unknownProperties', value: true | 'reject'): string {
    return `the router's option \`${name}\` needs code. Set it in the tsconfig too: \`"mion": {"${name}": ${JSON.stringify(value)}}\`.`;
}
