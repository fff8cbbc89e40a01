import {type CompiledRoutes, toMethodPath} from '@mionkit/core';
import type {Registration} from './check-routes.ts';
import {createMethod, type Method, type Step, toStep} from './method.ts';
import {collectHookIds, type Plan} from './plan.ts';
import type {TreeMethod} from './read-routes.ts';
import type {RouterOptions} from './router-options.ts';

interface RouteEntry {
    readonly method: Method;
    readonly place: TreeMethod;
    /** Made when the route is first called, so that a cold start doesn't pay for the others. */
    plan: Plan | undefined;
}

/** The registered methods of a router, and what runs for each path. */
export class MethodTable {
    readonly options: RouterOptions;
    readonly #methods = new Map<string, Method>();
    readonly #entries = new Map<string, RouteEntry>();
    readonly #entriesByPath = new Map<string, RouteEntry>();
    /** The hooks of the root levels, by how they were registered. */
    readonly #rootHookIds: Readonly<Record<Registration, string[]>> = {addStartHooks: [], registerRoutes: [], addEndHooks: []};
    #unknownPathPlan: Plan | undefined;

    /** The path that takes several calls in one request, where the options allow it. */
    readonly callsPath: string | undefined;

    constructor(options: RouterOptions) {
        const {prefix, suffix, maxCallsPerRequest} = options;
        this.options = options;
        this.callsPath = maxCallsPerRequest > 1 ? toMethodPath('mion/calls', prefix, suffix) : undefined;
    }

    get isEmpty(): boolean {
        return this.#methods.size === 0;
    }

    /** All methods, in the order of registration. */
    get methods(): Iterable<Method> {
        return this.#methods.values();
    }

    getMethod(id: string): Method | undefined {
        return this.#methods.get(id);
    }

    /** The path of a route, by its id. `undefined` for anything else. */
    getPath(id: string): string | undefined {
        return this.#entries.has(id) ? toMethodPath(id, this.options.prefix, this.options.suffix) : undefined;
    }

    /** What runs for a path. A path that no route has has the hooks that run on errors. */
    getPlan(path: string): Plan {
        const entry = this.#entriesByPath.get(path);
        if (entry !== undefined) return this.#planEntry(entry);
        this.#unknownPathPlan ??= this.#createUnknownPathPlan();
        return this.#unknownPathPlan;
    }

    /** What runs for a route, by its id. `undefined` for hooks. */
    getPlanOf(id: string): Plan | undefined {
        const entry = this.#entries.get(id);
        return entry && this.#planEntry(entry);
    }

    /** Whether an id is taken by something else than this method. */
    isTaken({id, definition}: TreeMethod): boolean {
        const registered = this.#methods.get(id);
        return registered !== undefined && registered.definition !== definition;
    }

    /** Adds the methods of a tree, or hooks that surround those of all trees, registered earlier or later. They have been checked. */
    add(registration: Registration, places: readonly TreeMethod[], compiled: CompiledRoutes): void {
        for (const place of places) {
            const isNew = this.#addMethod(place, compiled);
            if (place.kind !== 'route') this.#addHookId(registration, place);
            else if (isNew) this.#addRoute(place);
        }
        this.#unknownPathPlan = undefined;
        if (registration !== 'registerRoutes') for (const entry of this.#entries.values()) entry.plan = undefined;
    }

    #addHookId(registration: Registration, {id, level}: TreeMethod): void {
        if (level.parent === undefined) this.#rootHookIds[registration].push(id);
    }

    #addMethod(place: TreeMethod, compiled: CompiledRoutes): boolean {
        if (this.#methods.has(place.id)) return false;
        this.#methods.set(place.id, createMethod(place, {compiled, options: this.options}));
        return true;
    }

    #addRoute(place: TreeMethod): void {
        const entry: RouteEntry = {method: this.#methods.get(place.id) as Method, place, plan: undefined};
        this.#entries.set(place.id, entry);
        const path = this.getPath(place.id) as string;
        this.#entriesByPath.set(path, entry);
        // Most platforms hand over the path percent-encoded, some decoded.
        this.#entriesByPath.set(encodeURI(path), entry);
    }

    #planEntry(entry: RouteEntry): Plan {
        entry.plan ??= this.#createPlan(entry);
        return entry.plan;
    }

    #createPlan({method, place}: RouteEntry): Plan {
        const {before, after} = collectHookIds(place.level, place.position);
        const {addStartHooks, addEndHooks} = this.#rootHookIds;
        const steps = this.#toSteps([...addStartHooks, ...before, method.id, ...after, ...addEndHooks]);
        const timeoutMs = place.options.timeoutMs ?? this.options.timeoutMs;
        return {route: method, steps, allowsGet: method.readOnly && acceptsNoParams(toStep(method)), timeoutMs};
    }

    #createUnknownPathPlan(): Plan {
        const steps = this.#toSteps(Object.values(this.#rootHookIds).flat());
        const {timeoutMs} = this.options;
        return {route: undefined, steps: steps.filter(({runOnError}) => runOnError), allowsGet: false, timeoutMs};
    }

    // Each once: the same hook may stand in several trees.
    #toSteps(ids: readonly string[]): Step[] {
        return [...new Set(ids)].map((id) => toStep(this.#methods.get(id) as Method));
    }
}

function acceptsNoParams({codec: {params}}: Step): boolean {
    return params === undefined || params.isWire([], {maxDepth: 1, maxIssues: 1, steps: Number.POSITIVE_INFINITY});
}
