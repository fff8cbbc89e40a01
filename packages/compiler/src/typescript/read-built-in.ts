import type {TypeModel} from '@mionkit/core';
import {type Place, placeInside} from './place.ts';
import {type ReadContext, refuse} from './read-context.ts';
import {SymbolFlags, type Type, type TypeScriptSymbol} from './typescript-api.ts';

type Reader = (context: ReadContext, type: Type, place: Place) => TypeModel;

const readers: Readonly<Record<string, Reader>> = {
    Date: () => ({kind: 'date'}),
    RegExp: () => ({kind: 'regexp'}),
    URL: () => ({kind: 'url'}),
    Uint8Array: () => ({kind: 'bytes', type: 'Uint8Array'}),
    ArrayBuffer: () => ({kind: 'bytes', type: 'ArrayBuffer'}),
    Buffer: () => ({kind: 'bytes', type: 'Buffer'}),
    Array: readArray,
    ReadonlyArray: readArray,
    ArrayLike: readArray,
    RegExpMatchArray: refuseMatch,
    RegExpExecArray: refuseMatch,
    Set: readSet,
    ReadonlySet: readSet,
    Map: readMap,
    ReadonlyMap: readMap,
    Promise: refusePromise,
    PromiseLike: refusePromise,
    AsyncIterable: refuseStream,
    AsyncIterableIterator: refuseStream,
    AsyncIteratorObject: refuseStream,
    AsyncGenerator: refuseStream,
    ReadableStream: refuseStream,
    Readable: refuseStream,
    Iterable: refuseIterable,
    IterableIterator: refuseIterable,
    IteratorObject: refuseIterable,
    Iterator: refuseIterable,
    Generator: refuseIterable,
    ArrayIterator: refuseIterable,
    MapIterator: refuseIterable,
    SetIterator: refuseIterable,
};

/** The model of an instance of one of the platform's classes; `undefined` for any other type. */
export function readBuiltIn(context: ReadContext, type: Type, symbol: TypeScriptSymbol, place: Place): TypeModel | undefined {
    if (!isPlatformType(context, symbol)) return undefined;
    if (Object.hasOwn(readers, symbol.name)) return readers[symbol.name]?.(context, type, place);
    if (!(symbol.flags & SymbolFlags.Value)) return undefined;
    return refuse(
        context,
        place,
        `is an instance of \`${symbol.name}\`, which has no JSON form. Send its data as a plain object instead.`,
    );
}

/** Node declares some of its globals itself: `Buffer`, and `URL` where the DOM's types are absent. */
function isPlatformType(context: ReadContext, symbol: TypeScriptSymbol): boolean {
    return context.view.isBuiltIn(symbol) || context.view.isDeclaredIn(symbol, '@types/node');
}

function readArray(context: ReadContext, type: Type, place: Place): TypeModel {
    return {kind: 'array', items: readArgument(context, type, 0, placeInside(place, '[]'))};
}

function readSet(context: ReadContext, type: Type, place: Place): TypeModel {
    return {kind: 'set', items: readArgument(context, type, 0, placeInside(place, '[]'))};
}

function readMap(context: ReadContext, type: Type, place: Place): TypeModel {
    const keys = readArgument(context, type, 0, placeInside(place, '[key]'));
    return {kind: 'map', keys, values: readArgument(context, type, 1, placeInside(place, '[]'))};
}

function readArgument(context: ReadContext, type: Type, index: number, place: Place): TypeModel {
    const argument = context.view.argumentsOf(type)[index];
    return argument === undefined ? refuse(context, place, 'has no type argument.') : context.readType(argument, place);
}

function refuseMatch(context: ReadContext, _type: Type, place: Place): TypeModel {
    return refuse(
        context,
        place,
        "is an array with properties of its own, and they can't be sent. Send a plain array: `[...match]`.",
    );
}

function refusePromise(context: ReadContext, _type: Type, place: Place): TypeModel {
    return refuse(
        context,
        place,
        "is a promise inside a value, and promises can't be sent. Write what it resolves to, and await it in the handler.",
    );
}

function refuseStream(context: ReadContext, _type: Type, place: Place): TypeModel {
    return refuse(context, place, 'is a stream, and streams are sent only as the whole result of a route. Use an array here.');
}

function refuseIterable(context: ReadContext, _type: Type, place: Place): TypeModel {
    return refuse(
        context,
        place,
        "is an iterable, which can't be sent as a value. Use an array; a route can also stream with `async function*`.",
    );
}
