import {COMPILED_ROUTES_VERSION, type CompiledMethod, type CompiledRoutes, type MethodKind} from '@mionkit/core';
import {getOwn} from './get-own.ts';
import type {MethodTable} from './method-table.ts';
import type {RoutesReading, TreeMethod} from './read-routes.ts';
import type {RouterOptions} from './router-options.ts';

/** Which function registers: a tree of routes, or the hooks that surround all routes. */
export type Registration = 'registerRoutes' | 'addStartHooks' | 'addEndHooks';

/** What the routes are registered as, and beside which others. */
export interface RegistrationContext {
    readonly registration: Registration;
    readonly table: MethodTable;
}

const notCompiled = `these routes were not compiled, so nothing would be validated. Add \`@mionkit/compiler\` to what runs them:
\`node --import @mionkit/compiler/register\`, its plugin for esbuild, vite or rollup, its transform for jest, or \`mion build\`.`;
const otherVersion =
    'these routes were compiled by another version of mion. Use one version of `@mionkit/compiler` and `@mionkit/router`.';
const noRoute = 'the tree has hooks and no route, so they would never run. Use `addStartHooks` or `addEndHooks`.';

/** The compiled code of routes that can be registered. Throws one error that names everything that is wrong with them. */
export function checkRoutes(
    {methods, problems}: RoutesReading,
    compiled: CompiledRoutes | undefined,
    {registration, table}: RegistrationContext,
): CompiledRoutes {
    const takesRoutes = registration === 'registerRoutes';
    for (const method of methods) {
        const {id, kind} = method;
        if (table.isTaken(method)) problems.push(`'${id}' is registered already, with something else.`);
        if (kind === 'route' && !takesRoutes) problems.push(`'${id}' is a route, and only hooks can stand here.`);
    }
    if (takesRoutes && methods.length > 0 && !methods.some(({kind}) => kind === 'route')) problems.push(noRoute);
    if (compiled === undefined) problems.push(notCompiled);
    else if (compiled.version !== COMPILED_ROUTES_VERSION) problems.push(otherVersion);
    else problems.push(...findMismatches(methods, compiled), ...findAbsentCode(compiled, table.options));
    if (problems.length > 0) throw new Error(`${registration}: ${problems.join('\n')}`);
    return compiled as CompiledRoutes;
}

function findMismatches(methods: readonly TreeMethod[], compiled: CompiledRoutes): string[] {
    const problems: string[] = [];
    const inTree = new Map(methods.map((method) => [method.id, method]));
    for (const id of new Set([...inTree.keys(), ...Object.keys(compiled.methods)])) {
        const method = inTree.get(id);
        const entry = getOwn(compiled.methods, id);
        if (!isFitting(method, entry))
            problems.push(
                `'${id}' is ${describe(method?.kind, method?.handler.length)} in the tree, but ${describe(entry?.kind, entry && entry.paramCount + 1)} in its type. Give the tree a type that fits it.`,
            );
    }
    return problems;
}

function isFitting(method: TreeMethod | undefined, entry: CompiledMethod | undefined): boolean {
    if (method === undefined || entry === undefined) return entry?.optional === true;
    if (method.kind !== entry.kind) return false;
    // Params with a default value and rest params don't count in a function's length, so only more than declared is wrong.
    return method.kind === 'rawHook' || entry.paramCount < 0 || method.handler.length <= entry.paramCount + 1;
}

// The call context counts as a param.
function describe(kind: MethodKind | undefined, paramCount = 1): string {
    return kind === undefined ? 'absent' : `a ${kind} with ${Math.max(paramCount - 1, 0)} params`;
}

function findAbsentCode(compiled: CompiledRoutes, {validateReturn, unknownProperties}: RouterOptions): string[] {
    const absent = [
        validateReturn && !compiled.validateReturn ? 'validateReturn' : [],
        unknownProperties === 'reject' && !compiled.unknownProperties ? 'unknownProperties' : [],
    ];
    return absent
        .flat()
        .map((name) => `the router's option \`${name}\` needs code. Set it in the tsconfig too: \`"mion": {"${name}": …}\`.`);
}
