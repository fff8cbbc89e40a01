/** Stands for the router in the bundle of `mion.ts`: answers what the compiler injected. */
export function registerRoutes(_routes: unknown, compiled: unknown): unknown {
    return compiled;
}
