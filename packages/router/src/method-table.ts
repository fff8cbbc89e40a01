import {type CompiledRoutes, type MethodModels, toMethodPath} from '@mionkit/core';
import type {Registration} from './check-routes.ts';
import {createMethod, type Method} from './method.ts';
import type {Plan} from './plan.ts';
import type {TreeMethod} from './read-routes.ts';
import type {RouterOptions} from './router-options.ts';

/** A registered method. What requests need is made by the first of them, so that a cold start doesn't pay for the others. */
interface Entry {
    readonly place: TreeMethod;
    readonly compiled: CompiledRoutes;
    method?: Method;
    plan?: Plan | undefined;
}

/** The registered methods of a router, and what runs for each path. */
export class MethodTable {
    readonly options: RouterOptions;
    readonly #entries = new Map<string, Entry>();
    readonly #routesByPath = new Map<string, Entry>();
    readonly #trees: Readonly<Record<Registration, TreeMethod[]>> = {addStartHooks: [], registerRoutes: [], addEndHooks: []};
    #unknownPathPlan: Plan | undefined;
    #models: readonly MethodModels[] | undefined;

    constructor(options: RouterOptions) {
        this.options = options;
    }

    /** The ids of all methods, in the order of registration. */
    get ids(): readonly string[] {
        return [...this.#entries.keys()];
    }

    /** Whether a route has this id. */
    hasRoute(id: string): boolean {
        return this.#routesByPath.has(this.toPath(id));
    }

    /** The path of a method. */
    toPath(id: string): string {
        return toMethodPath(id, this.options.prefix, this.options.suffix);
    }

    /** A method by its id. */
    getMethod(id: string): Method | undefined {
        const entry = this.#entries.get(id);
        return entry && this.#toMethod(entry);
    }

    /** The types of the methods, as far as the program was compiled with them. */
    getModels(): readonly MethodModels[] {
        if (this.#models === undefined) {
            const all = new Set([...this.#entries.values()].map(({compiled}) => compiled));
            this.#models = [...all].flatMap(({getModels}) => getModels?.() ?? []);
        }
        return this.#models;
    }

    /** What runs for a path. A path that no route has has the hooks that run on errors. */
    getPlan(path: string): Plan {
        const entry = this.#routesByPath.get(path);
        if (entry !== undefined) {
            entry.plan ??= this.#createPlan(entry);
            return entry.plan;
        }
        this.#unknownPathPlan ??= this.#createUnknownPathPlan();
        return this.#unknownPathPlan;
    }

    /** Whether an id is taken by something else than this method. */
    isTaken({id, definition}: TreeMethod): boolean {
        const entry = this.#entries.get(id);
        return entry !== undefined && entry.place.definition !== definition;
    }

    /** Adds the methods of a tree, or hooks that surround those of all trees, registered earlier or later. They have been checked. */
    add(registration: Registration, places: readonly TreeMethod[], compiled: CompiledRoutes): void {
        for (const place of places) if (!this.#entries.has(place.id)) this.#addEntry({place, compiled});
        this.#trees[registration].push(...places);
        this.#unknownPathPlan = undefined;
        this.#models = undefined;
        if (registration !== 'registerRoutes') for (const entry of this.#entries.values()) entry.plan = undefined;
    }

    #addEntry(entry: Entry): void {
        const {id, kind} = entry.place;
        this.#entries.set(id, entry);
        if (kind !== 'route') return;
        const path = this.toPath(id);
        // Most platforms hand over the path percent-encoded, some decoded.
        this.#routesByPath.set(path, entry).set(encodeURI(path), entry);
    }

    #toMethod(entry: Entry): Method {
        entry.method ??= createMethod(entry.place, entry.compiled, this.options);
        return entry.method;
    }

    // The order of a tree's methods is the one in which they run, and a hook runs for the routes of its group.
    #createPlan(entry: Entry): Plan {
        const {id, tree, options} = entry.place;
        const {addStartHooks, addEndHooks} = this.#trees;
        const steps = [...addStartHooks, ...tree, ...addEndHooks].filter(
            (place) => place.id === id || (place.kind !== 'route' && id.startsWith(place.group)),
        );
        const route = this.#toMethod(entry);
        const allowed = options.readOnly && acceptsNoParams(route) ? 'GET, HEAD, POST' : 'POST';
        return {route, steps: this.#toMethods(steps), allowed, timeoutMs: options.timeoutMs ?? this.options.timeoutMs};
    }

    #createUnknownPathPlan(): Plan {
        const hooks = Object.values(this.#trees)
            .flat()
            .filter(({kind, group}) => kind !== 'route' && group === '');
        const steps = this.#toMethods(hooks).filter(({runOnError}) => runOnError);
        return {route: undefined, steps, allowed: 'POST', timeoutMs: this.options.timeoutMs};
    }

    // Each once: the same hook may stand in several trees.
    #toMethods(places: readonly TreeMethod[]): Method[] {
        return [...new Set(places.map(({id}) => id))].map((id) => this.#toMethod(this.#entries.get(id) as Entry));
    }
}

function acceptsNoParams({codec: {params}}: Method): boolean {
    return params === undefined || params.isWire([], {maxDepth: 1, maxIssues: 1, steps: Number.POSITIVE_INFINITY});
}
