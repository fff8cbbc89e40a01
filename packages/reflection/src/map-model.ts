import type {IndexModel, TypeModel} from '@mionkit/core';

/** A model whose direct parts are replaced by what `map` makes of them. The model itself when nothing changes. */
export function mapModel(model: TypeModel, map: (part: TypeModel) => TypeModel): TypeModel {
    switch (model.kind) {
        case 'array':
        case 'set':
            return {...model, items: map(model.items)};
        case 'map':
            return {...model, keys: map(model.keys), values: map(model.values)};
        case 'tuple':
            return {...model, elements: model.elements.map((element) => ({...element, type: map(element.type)}))};
        case 'record':
            return {...model, indexes: mapIndexes(model.indexes, map)};
        case 'object': {
            const properties = model.properties.map((property) => ({...property, type: map(property.type)}));
            return {...model, properties, ...(model.indexes && {indexes: mapIndexes(model.indexes, map)})};
        }
        case 'union':
            return {...model, members: model.members.map(map)};
        case 'template':
            return {...model, parts: model.parts.map((part) => (typeof part === 'string' ? part : map(part)))};
        case 'codec':
            return {...model, wire: map(model.wire)};
        case 'stream':
            return model.items ? {...model, items: map(model.items)} : model;
        default:
            return model;
    }
}

function mapIndexes(indexes: readonly IndexModel[], map: (part: TypeModel) => TypeModel): IndexModel[] {
    return indexes.map(({keys, values}) => ({keys: map(keys), values: map(values)}));
}
