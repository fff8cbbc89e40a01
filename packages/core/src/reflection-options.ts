import type {CompiledRoutes} from './compiled-routes.ts';
import type {MethodKind} from './method-kind.ts';

/** A method of a route tree that mion's compiler did not see. */
export interface UncompiledMethod {
    readonly id: string;
    readonly kind: MethodKind;
    readonly handler: (...params: never[]) => unknown;
}

/** What the code has to do beside validating, decoding and encoding: the router's options of these names. */
export interface CompileRoutesOptions {
    /** Check results against their types as well. */
    readonly validateReturn: boolean;
    /** For `reject`, list the properties that no type declares. */
    readonly unknownProperties: 'drop' | 'reject';
}

/** How types are found that mion's own compiler did not compile. */
export interface ReflectionOptions {
    /** Makes the code of a tree's methods at run time, where the compiler injected none. Throws one error that names all that it can't compile. */
    readonly compileRoutes?: (methods: readonly UncompiledMethod[], options: CompileRoutesOptions) => CompiledRoutes;
}
