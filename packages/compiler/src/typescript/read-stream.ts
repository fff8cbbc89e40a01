import type {TypeModel} from '@mionkit/core';
import {type Place, placeInside} from './place.ts';
import type {ProgramView} from './program-view.ts';
import {type ReadContext, refuse} from './read-context.ts';
import {isInstanceOf} from './read-errors.ts';
import {type Type, TypeFlags, type TypeScriptSymbol} from './typescript-api.ts';

/** A type whose values come one after the other. */
export interface StreamType {
    /** Of each value. Absent for streams of bytes. */
    readonly items: Type | undefined;
    /** What a generator returns at its end. */
    readonly end: Type | undefined;
}

const iterables: ReadonlySet<string> = new Set([
    'AsyncIterable',
    'AsyncIterableIterator',
    'AsyncIteratorObject',
    'AsyncGenerator',
]);

/** How a type streams; `undefined` for any other type. */
export function findStream(view: ProgramView, type: Type): StreamType | undefined {
    const symbol = view.namedSymbolOf(type);
    if (symbol === undefined) return undefined;
    // By name first: other questions travel to the checker, and most results are no streams.
    if (iterables.has(symbol.name) && view.isBuiltIn(symbol)) {
        const [items, end] = view.argumentsOf(type);
        return {items, end};
    }
    if (symbol.name === 'ReadableStream' && isPlatformType(view, symbol)) {
        // Node's older interface of this name has no type argument: its streams are of bytes.
        const [items] = view.argumentsOf(type);
        return {items: isBytes(view, items) ? undefined : items, end: undefined};
    }
    return isInstanceOf(view, type, 'Readable', '@types/node') ? {items: undefined, end: undefined} : undefined;
}

function isBytes(view: ProgramView, type: Type | undefined): boolean {
    const members = type === undefined ? [] : view.membersOf(type);
    return members.every((member) => {
        const symbol = member.isObjectType() ? view.symbolOf(member) : undefined;
        return symbol !== undefined && /^(Uint8Array|Buffer)$/.test(symbol.name) && isPlatformType(view, symbol);
    });
}

function isPlatformType(view: ProgramView, symbol: TypeScriptSymbol): boolean {
    return view.isBuiltIn(symbol) || view.isDeclaredIn(symbol, '@types/node');
}

/** The model of what a route streams: what its result can be beside errors, where one of that is a stream. */
export function readStreams(context: ReadContext, types: readonly Type[], place: Place): TypeModel {
    const streams = types.flatMap((type) => findStream(context.view, type) ?? []);
    if (streams.length < types.length)
        return refuse(context, place, 'is a stream or something else. Return a stream in any case, or in none.');
    for (const {end} of streams) checkEnd(context, end, place);
    const items = streams.flatMap((stream) => stream.items ?? []);
    if (items.length === 0) return {kind: 'stream'};
    if (items.length === streams.length) return {kind: 'stream', items: context.readUnionOf(items, placeInside(place, '[]'))};
    return refuse(context, place, 'is a stream of bytes or one of values. Return the same kind of stream in any case.');
}

const unseen = TypeFlags.Any | TypeFlags.Unknown | TypeFlags.Undefined | TypeFlags.Void | TypeFlags.Never;

function checkEnd({view, problems}: ReadContext, end: Type | undefined, place: Place): void {
    if (end === undefined || view.membersOf(end).every(({flags}) => flags & unseen)) return;
    problems.add(place, 'is a generator that returns a value at its end, and clients get what it yields. Yield the value.');
}
