import {findCodec, type TypeModel} from '@mionkit/core';
import type {DeepkitContext} from './deepkit-context.ts';
import {type DeepkitPlace, placeInside} from './deepkit-place.ts';
import {findUncertainties} from './deepkit-program.ts';
import type {TypeClass} from './from-deepkit.ts';
import {readDeepkitFunction} from './read-deepkit-function.ts';

type Reader = (context: DeepkitContext, type: TypeClass, place: DeepkitPlace) => TypeModel;

const readers: Readonly<Record<string, Reader>> = {
    Date: () => ({kind: 'date'}),
    URL: () => ({kind: 'url'}),
    Uint8Array: () => ({kind: 'bytes', type: 'Uint8Array'}),
    ArrayBuffer: () => ({kind: 'bytes', type: 'ArrayBuffer'}),
    Buffer: () => ({kind: 'bytes', type: 'Buffer'}),
    Set: readSet,
    Map: readMap,
};

/** The model of an instance of a class: one of the platform's, or one with a codec. */
export function readDeepkitClass(context: DeepkitContext, type: TypeClass, place: DeepkitPlace): TypeModel {
    const {classType} = type;
    const isGlobal = Reflect.get(globalThis, classType.name) === classType;
    if (isGlobal && Object.hasOwn(readers, classType.name)) {
        return readers[classType.name]?.(context, type, place) ?? refuseClass(context, classType.name, place);
    }
    if (isGlobal) {
        return context.refuse(
            place,
            `is an instance of \`${classType.name}\`, which has no JSON form. Send its data as a plain object instead.`,
        );
    }
    return readCodec(context, type, place) ?? refuseClass(context, classType.name, place);
}

function readSet(context: DeepkitContext, {arguments: [items] = []}: TypeClass, place: DeepkitPlace): TypeModel {
    if (items === undefined) return context.refuse(place, 'has no type argument.');
    return {kind: 'set', items: context.readType(items, placeInside(place, '[]'))};
}

function readMap(context: DeepkitContext, {arguments: [keys, values] = []}: TypeClass, place: DeepkitPlace): TypeModel {
    if (keys === undefined || values === undefined) return context.refuse(place, 'has no type arguments.');
    return {
        kind: 'map',
        keys: context.readType(keys, placeInside(place, '[key]')),
        values: context.readType(values, placeInside(place, '[]')),
    };
}

/** What stands for an instance is what the codec's `encode` returns. */
function readCodec(context: DeepkitContext, {classType}: TypeClass, place: DeepkitPlace): TypeModel | undefined {
    const found = findCodec(classType);
    if (found === undefined) return undefined;
    const {name, codec} = found;
    const {type, problem = findUncertainties(codec.encode)[0]} = readDeepkitFunction(codec.encode);
    if (type === undefined || problem !== undefined) {
        return context.refuse(place, `is carried by the codec '${name}', whose \`encode\` ${problem}`);
    }
    return {kind: 'codec', name, wire: context.readType(type.return, placeInside(place, `<${name}>`))};
}

function refuseClass(context: DeepkitContext, name: string, place: DeepkitPlace): TypeModel {
    return context.refuse(
        place,
        `is an instance of the class \`${name}\`, which can't be rebuilt from JSON. Use an interface with its data, or give the class a codec (\`defineCodec\`) before the routes are registered.`,
    );
}
