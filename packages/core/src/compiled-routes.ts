import type {MethodKind} from './method-kind.ts';
import type {TextLimits} from './text-limits.ts';
import type {MethodModels} from './type-model.ts';
import type {ValidationIssue} from './validation-issue.ts';

/** The form of `CompiledRoutes` that this version of mion makes and reads. */
export const COMPILED_ROUTES_VERSION = 2;

/**
 * What the compiler injects as the second argument of a `registerRoutes`, `addStartHooks` or `addEndHooks` call.
 *
 * What registration reads is plain data. Everything else is a function that is called when a request needs what it makes.
 */
export interface CompiledRoutes {
    readonly version: typeof COMPILED_ROUTES_VERSION;
    /** By id, without the router's prefix. */
    readonly methods: Readonly<Record<string, CompiledMethod>>;
    /** Why the params of a method, by its id, do not fit: empty when they do. Absent when no method has params. */
    readonly listIssues?: (id: string, params: readonly unknown[], options: ListIssuesOptions) => ValidationIssue[];
    /** The types of all methods. Absent in a program that doesn't use `@mionkit/common`. */
    readonly getModels?: () => MethodModels;
    /** The codecs can check results: compiled for `validateReturn`. */
    readonly validateReturn?: true;
    /** The codecs can find undeclared properties: compiled for this value of the router's option. */
    readonly unknownProperties?: 'reject';
}

/** What registration has to know of one route or hook. */
export interface CompiledMethod {
    readonly kind: MethodKind;
    /** 16 hex digits that change when the types of the params or the result do. */
    readonly hash: string;
    /** How many params are declared, the call context not counted; -1 when the last one is a rest param. */
    readonly paramCount: number;
    /** The property is optional in the tree's type, so the tree may lack it. */
    readonly optional?: true;
    /** For header hooks: as which kinds of value the header's text is read, tried in this order. */
    readonly headerKinds?: readonly HeaderKind[];
    /** The method returns something: its codec has `encode`. */
    readonly hasResult?: true;
    /** Makes the generated code of the method. Absent when nothing is read and written by a type. */
    readonly getCodec?: () => MethodCodec;
}

/** A kind of value that a header's text can be read as. */
export type HeaderKind = 'string' | 'number' | 'boolean';

/** The generated code of one route or hook. */
export interface MethodCodec {
    /** Absent when there are no params. */
    readonly params?: ParamsCodec;
    /** JSON text of a result; `undefined` when there is nothing to send. Absent when the method returns nothing. Throws a `TypeError` on a value that can't be written. */
    readonly encode?: (result: unknown) => string | undefined;
    /** Makes the stream of the response, for a route that returns one: a function of `@mionkit/router/wire`. `encode` and `isResult` are for its values then. */
    readonly stream?: (call: never, method: never, result: unknown) => unknown;
    /** Whether a result, a live value, fits its type. Only in programs compiled for `validateReturn`, and absent when the method returns nothing. */
    readonly isResult?: (result: unknown, budget: ValidationBudget) => boolean;
    /** JSON text of the `errorData` of a declared error, by the error's name; `*` for an error type without a literal name. */
    readonly encodeErrorData?: Readonly<Record<string, (errorData: unknown) => string | undefined>>;
}

/** The generated code for the params of one method. All functions take what `JSON.parse` made of the params array. */
export interface ParamsCodec {
    /** Whether the params fit, too many included. */
    readonly isWire: (params: readonly unknown[], budget: ValidationBudget) => boolean;
    /** The arguments of the handler, undeclared properties dropped. Only for params that `isWire` accepts, and safe on any. Absent when the params are their own arguments. */
    readonly decode?: (params: readonly unknown[], budget: ValidationBudget) => unknown[];
    /**
     * Whether the params fit, and all their properties are declared. A no isn't the last word: `isWire` and `listIssues` have it.
     *
     * Only in programs compiled for `unknownProperties: 'reject'`, and for params with objects in them.
     */
    readonly isStrict?: (params: readonly unknown[], budget: ValidationBudget) => boolean;
}

/** How issues are listed. */
export interface ListIssuesOptions {
    /** How much work may be done, and how many issues are listed. */
    readonly budget: ValidationBudget;
    /** Undeclared properties are wrong. @default false */
    readonly strict?: boolean;
}

/** How much work one validation may do. Made by the router for each check; only recursive types, `unknown` and texts with limits read it. */
export interface ValidationBudget {
    /** The deepest nesting that is accepted. */
    readonly maxDepth: number;
    /** The steps that are left for recursive unions. Counted down while checking. */
    steps: number;
    /** The most issues that `listIssues` lists. */
    readonly maxIssues: number;
    /** How long texts may be. @default `defaultTextLimits` */
    readonly limits?: TextLimits | undefined;
}
