import type {Api, CompiledRoutes, MethodModels} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import {checkRoutes, type Registration} from './check-routes.ts';
import {dispatch} from './dispatch.ts';
import {MethodTable} from './method-table.ts';
import {type PublicMethod, toPublicMethod, toPublicTree} from './public-method.ts';
import {readRoutes} from './read-routes.ts';
import type {Router} from './router.ts';
import {type RouterOptions, toRouterOptions} from './router-options.ts';
import type {Hooks, Routes} from './routes.ts';

/** The router behind `createRouter` and the default instance. */
export class MionRouter implements Router {
    options: RouterOptions;
    #table: MethodTable;

    constructor(options: Partial<RouterOptions> = {}) {
        this.options = toRouterOptions(options);
        this.#table = new MethodTable(this.options);
    }

    /** Whether nothing is registered. */
    get isEmpty(): boolean {
        return this.#table.ids.length === 0;
    }

    /** Forgets everything that is registered, and takes new options. */
    reset(options: Partial<RouterOptions>): void {
        this.options = toRouterOptions(options);
        this.#table = new MethodTable(this.options);
    }

    // Programs take these from their router: `const {registerRoutes} = createRouter()`.
    readonly registerRoutes = <TRoutes extends Routes>(routes: TRoutes, compiled?: CompiledRoutes): Api<TRoutes> =>
        this.#register('registerRoutes', routes, compiled);

    readonly addStartHooks = <THooks extends Hooks>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks> =>
        this.#register('addStartHooks', hooks, compiled);

    readonly addEndHooks = <THooks extends Hooks>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks> =>
        this.#register('addEndHooks', hooks, compiled);

    dispatch(path: string, request: AdapterRequest): AdapterResponse | Promise<AdapterResponse> {
        return dispatch(this, this.#table, path, request);
    }

    getMethodIds(): readonly string[] {
        return this.#table.ids.filter((id) => this.getPublicMethod(id));
    }

    getPublicMethod(id: string): PublicMethod | undefined {
        return toPublicMethod(id, this.#table);
    }

    getModels(): readonly MethodModels[] {
        return this.#table.getModels();
    }

    #register<TTree extends object>(registration: Registration, tree: TTree, injected: CompiledRoutes | undefined): Api<TTree> {
        const reading = readRoutes(tree);
        const found = injected ?? this.options.reflectionOptions.compileRoutes?.(reading.methods, this.options);
        const compiled = checkRoutes(reading, found, {registration, table: this.#table});
        this.#table.add(registration, reading.methods, compiled);
        return this.options.getPublicRoutesData
            ? toPublicTree(reading.methods.flatMap(({id}) => this.getPublicMethod(id) ?? []))
            : {};
    }
}
