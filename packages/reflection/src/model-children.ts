import type {IndexModel, TypeModel} from '@mionkit/core';

/** The models that stand directly in a model; of a `ref` none. */
export function getChildren(model: TypeModel): readonly TypeModel[] {
    switch (model.kind) {
        case 'array':
        case 'set':
            return [model.items];
        case 'tuple':
            return model.elements.map((element) => element.type);
        case 'map':
            return [model.keys, model.values];
        case 'record':
            return getIndexChildren(model.indexes);
        case 'object':
            return [...model.properties.map((property) => property.type), ...getIndexChildren(model.indexes)];
        case 'union':
            return model.members;
        case 'template':
            return model.parts.filter((part) => typeof part !== 'string');
        case 'codec':
            return [model.wire];
        default:
            return [];
    }
}

function getIndexChildren(indexes: readonly IndexModel[] = []): TypeModel[] {
    return indexes.flatMap((index) => [index.keys, index.values]);
}
