/** How the instances of a class travel. */
export interface Codec<TInstance, TWire> {
    /** The class, for telling its instances. */
    readonly class: abstract new (
        ...args: never[]
    ) => TInstance;
    /** What stands for an instance: a value of any type that can travel itself. */
    readonly encode: (instance: TInstance) => TWire;
    /** The instance that a received value stands for. An error that it throws refuses the value. */
    readonly decode: (wire: TWire) => TInstance;
}

/**
 * The codecs of a program, by name. Programs add theirs by declaration merging; the compiler finds a class here by its type.
 *
 * @example
 * declare module '@mionkit/core' { interface Codecs { Money: Codec<Money, string> } }
 */
// biome-ignore lint/suspicious/noEmptyInterface: programs merge their codecs into it.
export interface Codecs {}

// One table for all copies of the package in a program.
const tableKey: unique symbol = Symbol.for('@mionkit/core/codecs') as never;
const shared = globalThis as {[tableKey]?: Map<string, Codec<unknown, unknown>>};

/**
 * Lets the instances of a class travel, under a name of `Codecs`. Server and client both have to run it.
 *
 * @example
 * defineCodec('Money', {class: Money, encode: (money) => money.toString(), decode: (text) => Money.parse(text)});
 */
export function defineCodec<TName extends keyof Codecs & string>(name: TName, codec: Codecs[TName]): void {
    shared[tableKey] ??= new Map();
    shared[tableKey].set(name, codec as Codec<unknown, unknown>);
}

/** The codec that was defined under a name. Throws when there is none. */
export function getCodec(name: string): Codec<unknown, unknown> {
    const codec = shared[tableKey]?.get(name);
    if (!codec) throw new Error(`There is no codec '${name}'. Call \`defineCodec('${name}', …)\` before the API is used.`);
    return codec;
}

/** The codec of exactly this class, with its name; `undefined` when there is none. */
export function findCodec(instanceClass: unknown): {readonly name: string; readonly codec: Codec<unknown, unknown>} | undefined {
    const found = [...(shared[tableKey] ?? [])].find(([, codec]) => codec.class === instanceClass);
    return found && {name: found[0], codec: found[1]};
}
