import type {Method} from './method.ts';
import type {Level} from './read-routes.ts';

/** What runs for the requests of one path, in order. */
export interface Plan {
    /** Absent for a path that no route has. */
    readonly route: Method | undefined;
    readonly steps: readonly Method[];
    /** GET and HEAD are allowed. */
    readonly allowsGet: boolean;
}

/** Where a route stands, and the hooks that surround all routes of its router. */
export interface PlanSource {
    readonly route: Method;
    readonly level: Level;
    readonly position: number;
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
