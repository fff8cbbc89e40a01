import type {Api, CompiledRoutes} from '@mionkit/core';
import type {Untyped} from './call-context.ts';
import type {Routes} from './routes.ts';

/** A router: the registered routes of one API. */
export interface Router<TShared = Untyped> {
    /** Registers a route tree. The compiler writes the second argument. */
    registerRoutes<TRoutes extends Routes<TShared>>(routes: TRoutes, compiled?: CompiledRoutes): Api<TRoutes>;
}

/** A router of its own, beside the default one. */
export function createRouter<TShared = Untyped>(): Router<TShared> {
    throw new Error('not built yet');
}
