import type {Definitions, RefModel, TextLimits, TypeKind, TypeModel} from '@mionkit/core';

/** What the interpreter makes of a value of one kind of type. Throws when the value isn't of that kind. */
export type ValueKind = (value: unknown, model: never, run: ValueRun) => unknown;

/** The kinds that an interpreter knows. */
export type ValueKinds = Partial<Readonly<Record<TypeKind, ValueKind>>>;

/** One value on its way. */
export interface ValueRun {
    readonly kinds: ValueKinds;
    /** What `ref`s point to. */
    readonly definitions: Definitions;
    /** The values are live ones, and their JSON values are made; otherwise they are what `JSON.parse` made, and the live ones are. */
    readonly live: boolean;
    /** Whether a value fits is all that is asked: then constraints count, and codecs build no instances. */
    readonly check?: boolean;
    /** The deepest nesting of recursive types and `unknown` that is accepted. */
    readonly maxDepth: number;
    /** How long texts may be that came over the wire. @default `defaultTextLimits` */
    readonly limits?: TextLimits | undefined;
    /** In how many recursive types the value stands. */
    readonly depth: number;
    /** What became of the values of recursive types, so that overlapping unions don't ask again and again. */
    readonly known: WeakMap<object, Map<string, unknown>>;
}

/** How the values of a run are handled. */
export type ValueRunOptions = Pick<ValueRun, 'live' | 'check' | 'maxDepth' | 'limits'>;

/** Starts a run for values of types that refer to these definitions. */
export function createValueRun(kinds: ValueKinds, definitions: Definitions, options: ValueRunOptions): ValueRun {
    return {kinds, definitions, ...options, depth: 0, known: new WeakMap()};
}

// One for all, because unions throw it for each member that a value does not fit. What does not fit is found by the rules.
const misfit = new TypeError('The value does not fit its type.');

/** Throws what `isMisfit` recognizes. */
export function refuse(): never {
    throw misfit;
}

/** Whether an error says that a value doesn't fit its type; otherwise a codec of the program threw it. */
export function isMisfit(error: unknown): boolean {
    return error === misfit;
}

/** Checks, encodes or decodes a value. Throws when it doesn't fit. */
export function convertValue(model: TypeModel, value: unknown, run: ValueRun): unknown {
    return (run.kinds[model.kind] as ValueKind)(value, model as never, run);
}

/** Whether a value fits a type. */
export function isValue(model: TypeModel, value: unknown, run: ValueRun): boolean {
    try {
        convertValue(model, value, {...run, check: true});
        return true;
    } catch (error) {
        if (isMisfit(error)) return false;
        throw error;
    }
}

/** Converts a value of a recursive type, an object only once. Throws where it is nested too deep. */
export function convertRef(value: unknown, {name}: RefModel, run: ValueRun): unknown {
    const {definitions, depth, maxDepth, check, known} = run;
    if (depth >= maxDepth) refuse();
    const key = `${name} ${depth} ${check}`;
    // What is no object gets one of its own, that nobody finds again.
    const object: object = Object(value);
    const results = known.get(object) ?? new Map<string, unknown>();
    known.set(object, results);
    if (!results.has(key)) {
        results.set(key, misfit);
        results.set(key, convertValue(definitions[name] as TypeModel, value, {...run, depth: depth + 1}));
    }
    return results.get(key) === misfit ? refuse() : results.get(key);
}
