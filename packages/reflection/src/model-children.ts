import type {IndexModel, TemplateModel, TypeModel} from '@mionkit/core';

/** The models of the values that stand directly in a value; of a `ref` none, and none of the holes of a template. */
export function getChildren(model: TypeModel): readonly TypeModel[] {
    switch (model.kind) {
        case 'array':
        case 'set':
            return [model.items];
        case 'tuple':
            return getTypes(model.elements);
        case 'map':
            return [model.keys, model.values];
        case 'record':
            return getIndexChildren(model.indexes);
        case 'object':
            return model.indexes
                ? [...getTypes(model.properties), ...getIndexChildren(model.indexes)]
                : getTypes(model.properties);
        case 'union':
            return model.members;
        case 'codec':
            return [model.wire];
        case 'stream':
            return model.items ? [model.items] : [];
        default:
            return [];
    }
}

/** The models in a model, with the holes of a template. */
export function listParts(model: TypeModel): readonly TypeModel[] {
    return model.kind === 'template' ? getHoles(model) : getChildren(model);
}

/** The models of the holes of a template literal type. */
export function getHoles({parts}: TemplateModel): readonly TypeModel[] {
    return parts.filter((part) => typeof part !== 'string');
}

function getTypes(entries: readonly {readonly type: TypeModel}[]): TypeModel[] {
    return entries.map(({type}) => type);
}

function getIndexChildren(indexes: readonly IndexModel[]): TypeModel[] {
    return indexes.flatMap((index) => [index.keys, index.values]);
}
