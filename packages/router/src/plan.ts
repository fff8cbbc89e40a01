import type {Method, Step} from './method.ts';
import type {Level} from './read-routes.ts';

/** What runs for the requests of one path, in order. */
export interface Plan {
    /** Absent for a path that no route has. */
    readonly route: Method | undefined;
    readonly steps: readonly Step[];
    /** GET and HEAD are allowed. */
    readonly allowsGet: boolean;
    /** How long a call may take, in milliseconds; 0 for no limit. */
    readonly timeoutMs: number;
}

/** The methods that a path answers, as the header `allow` lists them. */
export function getAllowedMethods({allowsGet}: Plan): string {
    return allowsGet ? 'GET, HEAD, POST' : 'POST';
}

/**
 * The ids of the hooks of a route's own tree, before and after it, in the order in which they run.
 *
 * On each level a hook that stands before the route, or before the group that leads to it, runs before it; the others run after it.
 */
export function collectHookIds(level: Level, position: number): {readonly before: string[]; readonly after: string[]} {
    const before: string[] = [];
    const after: string[] = [];
    let at = position;
    for (let outer: Level | undefined = level; outer !== undefined; at = outer.position, outer = outer.parent) {
        const {hooks} = outer;
        before.unshift(...hooks.filter((hook) => hook.position < at).map((hook) => hook.id));
        after.push(...hooks.filter((hook) => hook.position > at).map((hook) => hook.id));
    }
    return {before, after};
}
