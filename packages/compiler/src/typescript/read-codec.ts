import type {TypeModel} from '@mionkit/core';
import {type Place, placeInside} from './place.ts';
import type {ProgramView} from './program-view.ts';
import type {ReadContext} from './read-context.ts';
import {SymbolFlags, type Type} from './typescript-api.ts';

/** A codec that the program declares in the interface `Codecs` of `@mionkit/core`. */
interface DeclaredCodec {
    readonly name: string;
    readonly instance: Type;
    readonly wire: Type;
}

/** The model of a class instance that has a codec; `undefined` when it has none. */
export function readCodec(context: ReadContext, type: Type, place: Place): TypeModel | undefined {
    const codec = listCodecs(context.view).find(({instance}) => instance.id === type.id);
    if (codec === undefined) return undefined;
    return {kind: 'codec', name: codec.name, wire: context.readType(codec.wire, placeInside(place, `<${codec.name}>`))};
}

const codecsOf = new WeakMap<ProgramView, readonly DeclaredCodec[]>();

function listCodecs(view: ProgramView): readonly DeclaredCodec[] {
    const known = codecsOf.get(view) ?? findCodecs(view);
    codecsOf.set(view, known);
    return known;
}

function findCodecs(view: ProgramView): DeclaredCodec[] {
    const properties = findCodecInterfaces(view).flatMap(view.propertiesOf);
    const types = view.typesOf(properties);
    return properties.flatMap(({name}, index): DeclaredCodec[] => {
        const type = types[index];
        const [instance, wire] = type === undefined ? [] : view.argumentsOf(type);
        return instance === undefined || wire === undefined ? [] : [{name, instance, wire}];
    });
}

/** The interface `Codecs`, with what the program merged into it, of each copy of the package. */
function findCodecInterfaces({program, checker, packageOf, getFileNames}: ProgramView): Type[] {
    const names = getFileNames().filter((name) => /\/index(\.d)?\.ts$/.test(name) && packageOf(name) === '@mionkit/core');
    return names.flatMap((name) => {
        const file = program.getSourceFile(name);
        const module = file && checker.getSymbolAtLocation(file);
        const exported = module && checker.getExportsOfModule(module).find((symbol) => symbol.name === 'Codecs');
        if (exported === undefined) return [];
        const symbol = exported.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
        return [checker.getDeclaredTypeOfSymbol(symbol)];
    });
}
