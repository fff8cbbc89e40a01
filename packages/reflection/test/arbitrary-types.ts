import type {Definitions, IndexModel, ObjectModel, TupleElementModel, TypeModel} from '@mionkit/core';
import fc from 'fast-check';

/** A model, completed or not, and the definitions that it refers to. */
export interface ArbitraryType {
    readonly model: TypeModel;
    readonly definitions: Definitions;
}

const leaf: fc.Arbitrary<TypeModel> = fc.oneof(
    fc.constantFrom<TypeModel>(
        {kind: 'string'},
        {kind: 'number'},
        {kind: 'boolean'},
        {kind: 'null'},
        {kind: 'undefined'},
        {kind: 'unknown'},
        {kind: 'date'},
        {kind: 'bigint'},
        {kind: 'url'},
        {kind: 'regexp'},
        {kind: 'bytes', type: 'Uint8Array'},
        {kind: 'string', minLength: 2},
        {kind: 'string', format: 'uuid'},
        {kind: 'number', integer: true, min: 0},
        {kind: 'template', parts: ['id-', {kind: 'number'}]},
    ),
    fc
        .constantFrom<string | number | boolean>('a', 'b', 'id-1', 0, 1, true)
        .map((value): TypeModel => ({kind: 'literal', value})),
);

const names = ['a', 'b', 'kind', 'constructor', 'x-y'];

function objectOf(type: fc.Arbitrary<TypeModel>): fc.Arbitrary<ObjectModel> {
    const property = fc.record({name: fc.constantFrom(...names), type, optional: fc.boolean()});
    return fc.uniqueArray(property, {maxLength: 4, selector: ({name}) => name}).map((properties) => ({
        kind: 'object',
        properties: properties.map(({name, type, optional}) => ({name, type, ...(optional && {optional: true as const})})),
    }));
}

function tupleOf(type: fc.Arbitrary<TypeModel>): fc.Arbitrary<TypeModel> {
    const list = (maxLength: number) => fc.array(type, {maxLength});
    return fc.tuple(list(2), list(2), fc.option(type), list(1)).map(([required, optional, rest, after]) => {
        const elements: TupleElementModel[] = [
            ...required.map((element) => ({type: element})),
            ...(rest && after.length > 0 ? [] : optional.map((element) => ({type: element, optional: true as const}))),
            ...(rest ? [{type: rest, rest: true as const}, ...after.map((element) => ({type: element}))] : []),
        ];
        return {kind: 'tuple', elements};
    });
}

function recordOf(type: fc.Arbitrary<TypeModel>): fc.Arbitrary<TypeModel> {
    const keys = fc.constantFrom<TypeModel>(
        {kind: 'string'},
        {kind: 'number'},
        {kind: 'template', parts: ['k-', {kind: 'string'}]},
    );
    return fc.record({keys, values: type}).map((index: IndexModel) => ({kind: 'record', indexes: [index]}));
}

const {model} = fc.letrec<{model: TypeModel}>((tie) => ({
    model: fc.oneof(
        {depthSize: 'small', maxDepth: 4},
        leaf,
        objectOf(tie('model')),
        objectOf(tie('model')),
        tie('model').map((items): TypeModel => ({kind: 'array', items})),
        tie('model').map((items): TypeModel => ({kind: 'set', items})),
        fc.record({keys: leaf, values: tie('model')}).map((map): TypeModel => ({kind: 'map', ...map})),
        tupleOf(tie('model')),
        recordOf(tie('model')),
        fc.array(tie('model'), {minLength: 2, maxLength: 4}).map((members): TypeModel => ({kind: 'union', members})),
        fc.constant<TypeModel>({kind: 'ref', name: 'Tree'}),
    ),
}));

/** Types of every kind, one of them recursive. */
export const arbitraryType: fc.Arbitrary<ArbitraryType> = fc.record({model, tree: objectOf(model)}).map(({model, tree}) => {
    const properties = tree.properties.filter(({type}) => type.kind !== 'ref');
    const next: TypeModel = {kind: 'array', items: {kind: 'ref', name: 'Tree'}};
    return {model, definitions: {Tree: {...tree, properties: [...properties, {name: 'next', type: next, optional: true}]}}};
});
