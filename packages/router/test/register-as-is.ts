import type {CompiledMethod, CompiledRoutes} from '@mionkit/core';
import type {Router} from '../src/index.ts';

/** Registers a tree the way a program does that the compiler has not seen. */
export function registerAsIs(router: Router, tree: unknown, compiled?: CompiledRoutes): void {
    Reflect.apply(router.registerRoutes, router, [tree, compiled]);
}

/** What the compiler would inject for methods that take and give nothing, except where said. */
export function compiledRoutes(methods: Readonly<Record<string, Partial<CompiledMethod>>>): CompiledRoutes {
    const entries = Object.entries(methods).map(([id, method]) => [
        id,
        {kind: 'route', hash: '0123456789abcdef', paramCount: 0, ...method},
    ]);
    return {version: 2, methods: Object.fromEntries(entries)};
}
