import type {IndexModel, TypeModel} from '@mionkit/core';

/** What a part is in its model: the type of a property or of an index signature's values, an item, a member of a union, or a form of text. */
export type PartRole = 'value' | 'item' | 'member' | 'text';

/** What `mapModel` calls for each part. */
export type MapPart = (part: TypeModel, role: PartRole) => TypeModel;

const kindsWithParts: ReadonlySet<TypeModel['kind']> = new Set([
    ...(['array', 'set', 'map', 'tuple', 'record', 'object', 'union', 'template', 'codec', 'stream'] as const),
]);

/** Whether a model can have parts. */
export function hasParts({kind}: TypeModel): boolean {
    return kindsWithParts.has(kind);
}

/** A model whose direct parts are replaced by what `map` makes of them. The model itself when nothing changes. */
export function mapModel(model: TypeModel, map: MapPart): TypeModel {
    switch (model.kind) {
        case 'array':
        case 'set':
            return replace(model, 'items', map(model.items, 'item'));
        case 'map':
            return replace(replace(model, 'keys', map(model.keys, 'item')), 'values', map(model.values, 'item'));
        case 'tuple':
            return replace(model, 'elements', mapTypes(model.elements, 'item', map));
        case 'record':
            return replace(model, 'indexes', mapIndexes(model.indexes, map));
        case 'object': {
            const mapped = replace(model, 'properties', mapTypes(model.properties, 'value', map));
            return model.indexes ? replace(mapped, 'indexes', mapIndexes(model.indexes, map)) : mapped;
        }
        case 'union':
            return replace(
                model,
                'members',
                mapList(model.members, (member) => map(member, 'member')),
            );
        case 'template':
            return replace(
                model,
                'parts',
                mapList(model.parts, (part) => (typeof part === 'string' ? part : map(part, 'text'))),
            );
        case 'codec':
            return replace(model, 'wire', map(model.wire, 'item'));
        case 'stream':
            return model.items ? replace(model, 'items', map(model.items, 'item')) : model;
        default:
            return model;
    }
}

/** A list of which each entry is replaced. The list itself when nothing changes. */
export function mapList<TEntry>(list: readonly TEntry[], map: (entry: TEntry, index: number) => TEntry): readonly TEntry[] {
    let mapped: TEntry[] | undefined;
    list.forEach((entry, index) => {
        const next = map(entry, index);
        if (next === entry) return;
        mapped ??= [...list];
        mapped[index] = next;
    });
    return mapped ?? list;
}

/** An object with another value of a field. The object itself when that is what it has. */
export function replace<TObject extends object, TName extends keyof TObject>(
    object: TObject,
    name: TName,
    value: TObject[TName],
): TObject {
    return object[name] === value ? object : {...object, [name]: value};
}

function mapTypes<TEntry extends {readonly type: TypeModel}>(
    entries: readonly TEntry[],
    role: PartRole,
    map: MapPart,
): readonly TEntry[] {
    return mapList(entries, (entry) => replace(entry, 'type', map(entry.type, role)));
}

function mapIndexes(indexes: readonly IndexModel[], map: MapPart): readonly IndexModel[] {
    return mapList(indexes, (index) => {
        return replace(replace(index, 'keys', map(index.keys, 'text')), 'values', map(index.values, 'value'));
    });
}
