import type {ExtendedScope, IsAny, Primitive, Scope, ScopeRequest, Without} from './scope.ts';
import type {AddsOf, NeededRequest, NeedsOf} from './typed-middleware.ts';

/** The scope after a middleware, or after an array of them. */
export type ScopeAfter<TScope extends Scope, TAttached> = AfterList<TScope, ToList<TAttached>>;

/** `unknown`, or a type that no middleware has, which says where one contradicts the stack that it is attached to. */
export type Verdict<TScope extends Scope, TAttached> = VerdictOfList<TScope, ToList<TAttached>>;

/** What a compile error shows when a middleware goes neither with those before it nor with the handler. */
export interface Contradiction<TAt> {
    readonly 'This middleware contradicts the stack at': TAt;
}

type ToList<TAttached> = TAttached extends readonly [unknown, ...unknown[]] | readonly []
    ? TAttached
    : TAttached extends readonly (infer TMember)[]
      ? readonly [TMember]
      : readonly [TAttached];

type AfterList<TScope extends Scope, TList> = TList extends readonly [infer TFirst, ...infer TRest]
    ? AfterList<AfterOne<TScope, TFirst>, TRest>
    : TScope;

type VerdictOfList<TScope extends Scope, TList> = TList extends readonly [infer TFirst, ...infer TRest]
    ? [Complaint<TScope, TFirst>] extends [never]
        ? VerdictOfList<AfterOne<TScope, TFirst>, TRest>
        : Contradiction<Complaint<TScope, TFirst>>
    : unknown;

type AfterOne<TScope extends Scope, TMiddleware> = [AddsOf<TMiddleware>] extends [never]
    ? AfterRequest<TScope, DeclaredRequest<TMiddleware>>
    : ExtendedScope<TScope, AddsOf<TMiddleware>>;

type AfterRequest<TScope extends Scope, TRequest> = DeclaredScope<
    TScope,
    Property<TRequest, 'event'>,
    Property<TRequest, 'context'>,
    Property<TRequest, 'internal'>
>;

type Complaint<TScope extends Scope, TMiddleware> = [AddsOf<TMiddleware>] extends [never]
    ? Conflicts<ScopeRequest<TScope>, DeclaredRequest<TMiddleware>>
    : UnmetNeeds<TScope, AddsOf<TMiddleware>, NeedsOf<TMiddleware>> | Conflicts<TScope['handled'], AddsOf<TMiddleware>>;

type UnmetNeeds<TScope extends Scope, TAdds, TNeeds> = {
    [TPart in Part]: ScopeRequest<TScope>[TPart] extends Needed<TScope, Property<TAdds, TPart>, NeededRequest<TNeeds>[TPart]>
        ? never
        : TPart;
}[Part];

/** What a handler that was given first declares is there at the end: it doesn't say what a middleware finds that makes it so. */
type Needed<TScope extends Scope, TAdded, TNeeded> = unknown extends TScope['handled']['event']
    ? TNeeded
    : Without<TNeeded, keyof TAdded>;

type Part = 'event' | 'context' | 'internal';

/** The request that a plain middleware declares in the parameter of its `before`. It needs it, or makes it so. */
type DeclaredRequest<TMiddleware> = [TMiddleware] extends [{before?: infer TBefore}]
    ? NonNullable<TBefore> extends (request: infer TRequest) => unknown
        ? TRequest
        : unknown
    : unknown;

/** The scope after a middleware of others, by what its `before` declares the request to be. */
export interface DeclaredScope<TScope extends Scope, TEvent, TContext, TInternal> extends Scope {
    event: Declared<TScope['event'], TEvent>;
    context: Declared<TScope['context'], TContext>;
    internal: Declared<TScope['internal'], TInternal>;
    response: TScope['response'];
    handled: TScope['handled'];
}

type Property<TType, TKey extends string> = TType extends {[TProperty in TKey]: infer TValue} ? TValue : unknown;

/** A type after a middleware that declares another: with the properties that it adds, narrows or has parsed. */
type Declared<TCurrent, TDeclared> = unknown extends TDeclared
    ? TCurrent
    : IsAny<TCurrent> extends true
      ? TDeclared
      : [TDeclared] extends [readonly unknown[] | Primitive]
        ? TDeclared
        : [ChangedKeys<TCurrent, TDeclared>] extends [never]
          ? TCurrent
          : Without<TCurrent, ChangedKeys<TCurrent, TDeclared>> & Pick<TDeclared, ChangedKeys<TCurrent, TDeclared>>;

type ChangedKeys<TCurrent, TDeclared> = {
    [TKey in OwnKeys<TDeclared>]: TKey extends keyof TCurrent
        ? Relation<TCurrent[TKey], TDeclared[TKey]> extends 'changed'
            ? TKey
            : never
        : TKey;
}[OwnKeys<TDeclared>];

/** Where two requests have properties that can't be the same value, as paths such as `event.body`. */
type Conflicts<TCurrent, TDeclared> = {
    [TPart in Part]: Property<TDeclared, TPart> extends infer TType
        ? `${TPart}.${ConflictingKeys<Property<TCurrent, TPart>, TType>}`
        : never;
}[Part];

type ConflictingKeys<TCurrent, TDeclared> = true extends IsAny<TCurrent> | IsAny<TDeclared>
    ? never
    : {
          [TKey in OwnKeys<TDeclared> & keyof TCurrent]: Relation<TCurrent[TKey], TDeclared[TKey]> extends 'conflict'
              ? TKey
              : never;
      }[OwnKeys<TDeclared> & keyof TCurrent];

/** The keys of an object type, without index signatures. */
type OwnKeys<TType> = TType extends Primitive | readonly unknown[]
    ? never
    : keyof {
          [TKey in keyof TType as string extends TKey
              ? never
              : number extends TKey
                ? never
                : symbol extends TKey
                  ? never
                  : TKey]: unknown;
      } &
          string;

/** How a property that a middleware declares goes with the one that is there: left as it is, replaced, or impossible. */
type Relation<TCurrent, TDeclared> = unknown extends TDeclared
    ? 'kept'
    : [IsText<TCurrent>, HasStructure<TDeclared>] extends [true, true]
      ? 'changed'
      : [TCurrent] extends [TDeclared]
        ? 'kept'
        : [TDeclared] extends [TCurrent]
          ? 'changed'
          : IsText<TDeclared> extends true
            ? 'kept'
            : 'conflict';

/** Whether a type is what a body is before something has parsed it. */
type IsText<TType> = [TType] extends [string | null | undefined]
    ? [Extract<TType, object>] extends [never]
        ? true
        : false
    : false;

type HasStructure<TType> = [Extract<TType, object>] extends [never] ? false : true;
