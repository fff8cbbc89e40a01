import type {Api, CompiledRoutes, MethodMetadata, MethodsMetadata} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import {checkRoutes, type Registration} from './check-routes.ts';
import {dispatch} from './dispatch.ts';
import {toMethodMetadata, toPublicTree} from './method-metadata.ts';
import {MethodTable} from './method-table.ts';
import {ModelStore} from './model-store.ts';
import {readRoutes} from './read-routes.ts';
import type {Router} from './router.ts';
import {type RouterOptions, toRouterOptions} from './router-options.ts';
import type {Hooks, Routes} from './routes.ts';

/** The router behind `createRouter` and the default instance. */
export class MionRouter implements Router {
    options: RouterOptions;
    #table: MethodTable;
    #models = new ModelStore();

    constructor(options: Partial<RouterOptions> = {}) {
        this.options = toRouterOptions(options);
        this.#table = new MethodTable(this.options);
    }

    /** Whether nothing is registered. */
    get isEmpty(): boolean {
        return this.#table.isEmpty;
    }

    /** Forgets everything that is registered, and takes new options. */
    reset(options: Partial<RouterOptions>): void {
        this.options = toRouterOptions(options);
        this.#table = new MethodTable(this.options);
        this.#models = new ModelStore();
    }

    registerRoutes<TRoutes extends Routes>(routes: TRoutes, compiled?: CompiledRoutes): Api<TRoutes> {
        return this.#register('registerRoutes', routes, compiled);
    }

    addStartHooks<THooks extends Hooks>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks> {
        return this.#register('addStartHooks', hooks, compiled);
    }

    addEndHooks<THooks extends Hooks>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks> {
        return this.#register('addEndHooks', hooks, compiled);
    }

    dispatch(path: string, request: AdapterRequest): AdapterResponse | Promise<AdapterResponse> {
        return dispatch(this, this.#table, path, request);
    }

    getMethodIds(): readonly string[] {
        return [...this.#table.methods].filter(({isPrivate}) => !isPrivate).map(({id}) => id);
    }

    getMethodsMetadata(ids: readonly string[]): MethodsMetadata {
        const metadata = ids.flatMap((id) => this.#getMetadata(id) ?? []);
        return Object.fromEntries(metadata.map((method) => [method.id, method]));
    }

    #getMetadata(id: string): MethodMetadata | undefined {
        const method = this.#table.getMethod(id);
        if (method === undefined || method.isPrivate) return undefined;
        const model = this.#models.get(id);
        if (model !== undefined) return toMethodMetadata(method, this.#table, model);
        throw new Error(
            `'${id}' was compiled without its type model. Import \`@mionkit/common\` in the program, or set the compiler's option \`metadata\`.`,
        );
    }

    #register<TTree extends object>(registration: Registration, tree: TTree, injected: CompiledRoutes | undefined): Api<TTree> {
        const reading = readRoutes(tree);
        const found = injected ?? this.options.reflectionOptions.compileRoutes?.(reading.methods, this.options);
        const compiled = checkRoutes(reading, found, {registration, table: this.#table});
        this.#models.add(compiled.getModels);
        this.#table.add(registration, reading.methods, compiled);
        return this.options.getPublicRoutesData ? toPublicTree(reading.methods, this.#table) : {};
    }
}
