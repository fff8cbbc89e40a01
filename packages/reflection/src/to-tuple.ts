import type {TupleElementModel, TupleModel} from '@mionkit/core';

/** Params as a tuple, in which those that were not passed are `undefined`. */
export function toTuple(
    params: readonly TupleElementModel[],
    values: readonly unknown[],
): readonly [model: TupleModel, values: readonly unknown[]] {
    const declared = params.filter(({rest}) => !rest);
    return [{kind: 'tuple', elements: params}, Object.assign(new Array<unknown>(declared.length), values)];
}
