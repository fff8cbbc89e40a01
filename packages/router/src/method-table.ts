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
    method: Method | undefined;
    plan: Plan | undefined;
}

/** The registered methods of a router, and what runs for each path. */
export class MethodTable {
    readonly options: RouterOptions;
    /** What stands before an id in its path. */
    readonly #start: string;
    readonly #entries = new Map<string, Entry>();
    readonly #routesByPath = new Map<string, Entry>();
    readonly #trees: Readonly<Record<Registration, TreeMethod[]>> = {addStartHooks: [], registerRoutes: [], addEndHooks: []};
    #unknownPathPlan: Plan | undefined;
    #models: readonly MethodModels[] | undefined;

    constructor(options: RouterOptions) {
        this.options = options;
        this.#start = options.prefix === '' ? '/' : toMethodPath('', options.prefix);
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
        return this.#start + id + this.options.suffix;
    }

    /** A method by its id. */
    getMethod(id: string): Method | undefined {
        const entry = this.#entries.get(id);
        if (entry === undefined) return undefined;
        entry.method ??= createMethod(entry.place, entry.compiled, this.options);
        return entry.method;
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
        const entry = this.#routesByPath.get(path) ?? this.#routesByPath.get(decodePath(path));
        if (entry !== undefined) {
            entry.plan ??= this.#createPlan(entry.place);
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
        for (const place of places) {
            const {id, kind} = place;
            if (this.#entries.has(id)) continue;
            const entry: Entry = {place, compiled, method: undefined, plan: undefined};
            this.#entries.set(id, entry);
            if (kind !== 'route') continue;
            this.#routesByPath.set(this.toPath(id), entry);
        }
        this.#trees[registration].push(...places);
        this.#unknownPathPlan = undefined;
        this.#models = undefined;
        if (registration !== 'registerRoutes') for (const entry of this.#entries.values()) entry.plan = undefined;
    }

    // The order of a tree's methods is the one in which they run, and a hook runs for the routes of its group.
    #createPlan({id, tree, options}: TreeMethod): Plan {
        const steps: Method[] = [];
        for (const place of this.#listPlaces(tree))
            if (place.id === id || (place.kind !== 'route' && id.startsWith(place.group))) this.#addStep(steps, place);
        const route = this.getMethod(id) as Method;
        const allowed = options.readOnly && acceptsNoParams(route) ? 'GET, HEAD, POST' : 'POST';
        return {route, steps, allowed, timeoutMs: options.timeoutMs ?? this.options.timeoutMs};
    }

    #createUnknownPathPlan(): Plan {
        const steps: Method[] = [];
        for (const place of this.#listPlaces(this.#trees.registerRoutes))
            if (place.kind !== 'route' && place.group === '') this.#addStep(steps, place);
        return {
            route: undefined,
            steps: steps.filter(({runOnError}) => runOnError),
            allowed: 'POST',
            timeoutMs: this.options.timeoutMs,
        };
    }

    #listPlaces(tree: readonly TreeMethod[]): readonly TreeMethod[] {
        return [...this.#trees.addStartHooks, ...tree, ...this.#trees.addEndHooks];
    }

    // Each once: the same hook may stand in several trees.
    #addStep(steps: Method[], {id}: TreeMethod): void {
        const method = this.getMethod(id) as Method;
        if (!steps.includes(method)) steps.push(method);
    }
}

/** Most platforms hand over the path percent-encoded, some decoded. Any other encoding than `encodeURI`'s is another path. */
function decodePath(path: string): string {
    try {
        const decoded = decodeURI(path);
        return encodeURI(decoded) === path ? decoded : path;
    } catch {
        return path;
    }
}

function acceptsNoParams({codec: {params}}: Method): boolean {
    return params === undefined || params.isWire([], {maxDepth: 1, maxIssues: 1, steps: Number.POSITIVE_INFINITY});
}
