import type {Api, CompiledRoutes, MethodModels} from '@mionkit/core';
import type {AdapterRequest} from './adapter-request.ts';
import type {AdapterResponse} from './adapter-response.ts';
import type {Untyped} from './call-context.ts';
import type {PublicMethod} from './public-method.ts';
import type {RouterOptions} from './router-options.ts';
import type {Hooks, Routes} from './routes.ts';

/** A router: the registered routes of one API. */
export interface Router<TShared = Untyped> {
    /** The options in force, defaults included. Frozen. */
    readonly options: RouterOptions;
    /**
     * Registers a route tree. The compiler writes the second argument.
     *
     * Throws when the routes were not compiled, or are not those that were compiled, and names what to do.
     */
    registerRoutes<TRoutes extends Routes<TShared>>(routes: TRoutes, compiled?: CompiledRoutes): Api<TRoutes>;
    /** Adds hooks that run before those of any tree, for every route of the router. The compiler writes the second argument. */
    addStartHooks<THooks extends Hooks<TShared>>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks>;
    /** Adds hooks that run after those of any tree, for every route of the router. The compiler writes the second argument. */
    addEndHooks<THooks extends Hooks<TShared>>(hooks: THooks, compiled?: CompiledRoutes): Api<THooks>;
    /** Answers one request. For adapters: `AdapterRequest` says what they give, take and do. Never throws or rejects. */
    dispatch(path: string, request: AdapterRequest): AdapterResponse | Promise<AdapterResponse>;
    /** The ids of all routes and public hooks, in the order of registration. */
    getMethodIds(): readonly string[];
    /** What clients may know of a route or a public hook, its types aside. `undefined` for any other id. */
    getPublicMethod(id: string): PublicMethod | undefined;
    /** The types of the registered methods, as far as the program was compiled with them. Made by the first call. */
    getModels(): readonly MethodModels[];
}
