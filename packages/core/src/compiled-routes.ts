import type {MethodKind} from './method-kind.ts';
import type {ValidationIssue} from './validation-issue.ts';

/** The form of `CompiledRoutes` that this version of mion makes and reads. */
export const COMPILED_ROUTES_VERSION = 1;

/** What the compiler injects as the second argument of a `registerRoutes`, `addStartHooks` or `addEndHooks` call. */
export interface CompiledRoutes {
    readonly version: typeof COMPILED_ROUTES_VERSION;
    /** By id, without the router's prefix. */
    readonly methods: Readonly<Record<string, CompiledMethod>>;
    /** The `MethodModels` of this call as JSON text. Absent in a program that doesn't use `@mionkit/common`. */
    readonly models?: string;
}

/** The generated code of one route or hook. */
export interface CompiledMethod {
    readonly kind: MethodKind;
    /** 16 hex digits that change when the types of the params or the result do. */
    readonly hash: string;
    /** How many params are declared, the call context not counted; -1 when the last one is a rest param. */
    readonly paramCount: number;
    /** The property is optional in the tree's type, so the tree may lack it. */
    readonly optional?: true;
    /** Absent when there are no params. */
    readonly params?: ParamsCodec;
    /** For header hooks: as which kinds of value the header's text is read, tried in this order. */
    readonly headerKinds?: readonly HeaderKind[];
    /** JSON text of a result; `undefined` when there is nothing to send. Absent when the method returns nothing. Throws a `TypeError` on a value that can't be written. */
    readonly encode?: (result: unknown) => string | undefined;
    /** Whether a result, a live value, fits its type. Only in programs compiled for `validateReturn`, and absent when the method returns nothing. */
    readonly isResult?: (result: unknown, budget: ValidationBudget) => boolean;
    /** JSON text of the `errorData` of a declared error, by the error's name; `*` for an error type without a literal name. */
    readonly encodeErrorData?: Readonly<Record<string, (errorData: unknown) => string | undefined>>;
}

/** A kind of value that a header's text can be read as. */
export type HeaderKind = 'string' | 'number' | 'boolean';

/** The generated code for the params of one method. All functions take what `JSON.parse` made of the params array. */
export interface ParamsCodec {
    /** Whether the params fit, too many included. */
    readonly isWire: (params: readonly unknown[], budget: ValidationBudget) => boolean;
    /** Why they don't: empty when they fit. */
    readonly errors: (params: readonly unknown[], budget: ValidationBudget) => ValidationIssue[];
    /** The arguments of the handler, undeclared properties dropped. Only for params that `isWire` accepts, and safe on any. Absent when the params are their own arguments. */
    readonly decode?: (params: readonly unknown[], budget: ValidationBudget) => unknown[];
    /** The properties that no type declares. Only in programs compiled for `unknownProperties: 'reject'`, and for params that `isWire` accepts. */
    readonly undeclared?: (params: readonly unknown[], budget: ValidationBudget) => ValidationIssue[];
}

/** How much work one validation may do. Made by the router for each check; only recursive types and `unknown` read it. */
export interface ValidationBudget {
    /** The deepest nesting that is accepted. */
    readonly maxDepth: number;
    /** The steps that are left for recursive unions. Counted down while checking. */
    steps: number;
    /** The most issues that `errors` lists. */
    readonly maxIssues: number;
}
