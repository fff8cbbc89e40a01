import type {TupleElementModel} from './type-model.ts';

/** How many values a tuple takes. */
export function getLengths(elements: readonly TupleElementModel[]): readonly [least: number, most: number] {
    const least = elements.filter(({optional, rest}) => !optional && !rest).length;
    return [least, elements.some(({rest}) => rest) ? Number.POSITIVE_INFINITY : elements.length];
}

/** The element that stands for a value of a tuple: those after a rest element are counted from the end. */
export function getElement(elements: readonly TupleElementModel[], length: number, index: number): TupleElementModel | undefined {
    const rest = elements.findIndex((element) => element.rest);
    return elements[rest < 0 || index < rest ? index : Math.max(rest, elements.length - (length - index))];
}
