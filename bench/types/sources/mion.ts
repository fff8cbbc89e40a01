import {type Routes, registerRoutes} from '@mionkit/router';
import type {Order, Shape} from './types.ts';

const routes = {
    shape: (_ctx, shape: Shape): Shape => shape,
    order: (_ctx, order: Order): Order => order,
} satisfies Routes;

/** What the compiler injected: the bundle has another `registerRoutes`. */
export const compiled: unknown = registerRoutes(routes);
