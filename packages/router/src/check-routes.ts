import {COMPILED_ROUTES_VERSION, type CompiledRoutes} from '@mionkit/core';
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

/** The compiled code of routes that can be registered. Throws one error that names everything that is wrong with them. */
export function checkRoutes(
    {methods, problems}: RoutesReading,
    compiled: CompiledRoutes | undefined,
    {registration, table}: RegistrationContext,
): CompiledRoutes {
    const all = [...problems, ...findPlaceProblems(methods, registration, table), ...findCodeProblems(methods, compiled, table)];
    if (all.length > 0) throw new Error(`${registration}: ${all.join('\n')}`);
    return compiled as CompiledRoutes;
}

function findPlaceProblems(methods: readonly TreeMethod[], registration: Registration, table: MethodTable): string[] {
    const problems = methods.filter(table.isTaken, table).map(({id}) => `'${id}' is registered already, with something else.`);
    const routes = methods.filter(({kind}) => kind === 'route');
    if (registration !== 'registerRoutes')
        problems.push(...routes.map(({id}) => `'${id}' is a route, and only hooks can stand here.`));
    else if (methods.length > 0 && routes.length === 0)
        problems.push('the tree has hooks and no route, so they would never run. Use `addStartHooks` or `addEndHooks`.');
    return problems;
}

const notCompiled = `these routes were not compiled, so nothing would be validated. Add \`@mionkit/compiler\` to what runs them:
\`node --import @mionkit/compiler/register\`, its plugin for esbuild, vite or rollup, its transform for jest, or \`mion build\`.`;

function findCodeProblems(
    methods: readonly TreeMethod[],
    compiled: CompiledRoutes | undefined,
    {options}: MethodTable,
): readonly string[] {
    if (compiled === undefined) return [notCompiled];
    if (compiled.version !== COMPILED_ROUTES_VERSION)
        return [
            'these routes were compiled by another version of mion. `@mionkit/compiler` and `@mionkit/router` have to be of one version.',
        ];
    const problems = findMismatches(methods, compiled);
    for (const [option, isAbsent] of [
        ['validateReturn', options.validateReturn && !compiled.validateReturn],
        ['unknownProperties', options.unknownProperties === 'reject' && !compiled.unknownProperties],
    ])
        if (isAbsent)
            problems.push(
                `the router's option \`${option}\` is set, and these routes were compiled without it. Set it in the tsconfig too: \`"mion": {"${option}": …}\`.`,
            );
    return problems;
}

function findMismatches(methods: readonly TreeMethod[], compiled: CompiledRoutes): string[] {
    const problems: string[] = [];
    const inTree = new Set<string>();
    for (const {id, kind, handler} of methods) {
        inTree.add(id);
        const entry = getOwn(compiled.methods, id);
        // Params with a default value and rest params don't count in a function's length, so only more than declared is wrong.
        const paramCount = handler.length - 1;
        if (entry === undefined)
            problems.push(
                `'${id}' is in the tree, but not in its type, so it can't be validated. Give the tree a type that shows it.`,
            );
        else if (entry.kind !== kind) problems.push(`'${id}' is a ${kind} in the tree, but a ${entry.kind} in its type.`);
        else if (kind !== 'rawHook' && entry.paramCount >= 0 && paramCount > entry.paramCount)
            problems.push(`'${id}' takes ${paramCount} params in the tree, but ${entry.paramCount} in its type.`);
    }
    for (const [id, {optional}] of Object.entries(compiled.methods))
        if (!optional && !inTree.has(id)) problems.push(`'${id}' is in the type of the tree, but not in the tree.`);
    return problems;
}
