import {COMPILED_ROUTES_VERSION, type CompiledRoutes} from '@mionkit/core';
import {findMismatches} from './find-mismatches.ts';
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

/** The compiled code of routes that can be registered. Throws one error that names everything that is wrong with them. */
export function checkRoutes(
    {methods, problems}: RoutesReading,
    compiled: CompiledRoutes | undefined,
    {registration, table}: RegistrationContext,
): CompiledRoutes {
    const all = [
        ...problems,
        ...findKindProblems(registration, methods),
        ...methods.filter((method) => table.isTaken(method)).map(({id}) => `'${id}' is registered already, with something else.`),
        ...(compiled === undefined ? [notCompiled] : findCompiledProblems(methods, compiled, table.options)),
    ];
    if (compiled === undefined || all.length > 0) throw new Error(`${registration}: ${all.join('\n')}`);
    return compiled;
}

const notCompiled = `these routes were not compiled, so nothing would be validated. Install \`@mionkit/compiler\` and add it to what runs this code:
- node: \`node --import @mionkit/compiler/register app.ts\`
- esbuild, Vite, Rollup: the plugin of \`@mionkit/compiler/esbuild\`, \`@mionkit/compiler/vite\` or \`@mionkit/compiler/rollup\`
- jest: the transform \`@mionkit/compiler/jest\`
- any other tool: \`mion build src --out dist\``;

function findCompiledProblems(methods: readonly TreeMethod[], compiled: CompiledRoutes, options: RouterOptions): string[] {
    if (compiled.version === COMPILED_ROUTES_VERSION)
        return [...findMismatches(methods, compiled), ...findAbsentCode(compiled, options)];
    return [
        'these routes were compiled by another version of mion. Use the same version of `@mionkit/compiler` and `@mionkit/router`.',
    ];
}

function findAbsentCode(compiled: CompiledRoutes, {validateReturn, unknownProperties}: RouterOptions): string[] {
    const absent = [
        ...(validateReturn && !compiled.validateReturn ? ['validateReturn'] : []),
        ...(unknownProperties === 'reject' && compiled.unknownProperties !== 'reject' ? ['unknownProperties'] : []),
    ];
    return absent.map(
        (name) =>
            `the router's option \`${name}\` is set, and these routes were compiled without it. Set it for the compiler too: \`"mion": {"${name}": …}\` in the tsconfig.`,
    );
}

function findKindProblems(registration: Registration, methods: readonly TreeMethod[]): string[] {
    const routes = methods.filter(({kind}) => kind === 'route');
    if (registration !== 'registerRoutes') return routes.map(({id}) => `'${id}' is a route, and only hooks can stand here.`);
    if (methods.length === 0 || routes.length > 0) return [];
    return [
        'the tree has hooks and no route, so they would never run. Use `addStartHooks` or `addEndHooks` for hooks of all routes.',
    ];
}
