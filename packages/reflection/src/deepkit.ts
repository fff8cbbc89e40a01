import type {CompileRoutesOptions, ReflectionOptions, UncompiledMethod} from '@mionkit/core';
import {evaluateCompiledRoutes} from './evaluate-compiled-routes.ts';
import {readDeepkitRoutes} from './read-deepkit-routes.ts';

/**
 * The router's `reflectionOptions` of programs that Deepkit's type compiler compiled, instead of mion's.
 *
 * Needs `@deepkit/type`. Types are read when routes are registered, and `registerRoutes` throws when Deepkit kept too little of them
 * to validate by. The code is evaluated with `new Function`; where that is forbidden, the types are interpreted.
 *
 * @example
 * initRouter({reflectionOptions: deepkit()});
 */
export function deepkit(): ReflectionOptions {
    return {compileRoutes};
}

function compileRoutes(
    methods: readonly UncompiledMethod[],
    {validateReturn, unknownProperties}: CompileRoutesOptions,
): ReturnType<typeof evaluateCompiledRoutes> {
    const {problems, ...source} = readDeepkitRoutes(methods);
    if (problems.length > 0) {
        throw new Error(
            `These routes can't be compiled from Deepkit's run-time types. mion's own compiler (\`@mionkit/compiler\`) has none of Deepkit's limits.\n${problems.map((problem) => `- ${problem}`).join('\n')}`,
        );
    }
    return evaluateCompiledRoutes({
        ...source,
        models: true,
        isResult: validateReturn,
        undeclared: unknownProperties === 'reject',
    });
}
