import type {TupleElementModel, TypeModel} from '@mionkit/core';
import {type ModelChange, type ModelComparison, toEnds} from './model-comparison.ts';

type Elements = readonly TupleElementModel[];

/** Compares the elements of two tuples, or the params of two methods. */
export function compareElements(
    before: Elements,
    after: Elements,
    toPlace: (index: number) => string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    if ([before, after].some(hasRestInside) && !haveSameShape(before, after)) {
        return [{isBreaking: true, text: `\`${toPlace(0)}\` and what follows are counted in another way`}];
    }
    const count = Math.max(before.length, after.length);
    return Array.from({length: count}, (_, index) =>
        compareElement({before, after, index, path: toPlace(index), comparison}),
    ).flat();
}

/** What follows a rest element is counted from the end. */
function hasRestInside(elements: Elements): boolean {
    return elements.some(({rest}, index) => rest && index < elements.length - 1);
}

function haveSameShape(before: Elements, after: Elements): boolean {
    const toShape = (elements: Elements) => JSON.stringify(elements.map(({optional, rest}) => [optional, rest]));
    return toShape(before) === toShape(after);
}

interface ElementComparison {
    readonly before: Elements;
    readonly after: Elements;
    readonly index: number;
    readonly path: string;
    readonly comparison: ModelComparison;
}

function compareElement(element: ElementComparison): readonly ModelChange[] {
    const {index, path, comparison} = element;
    const [before, after] = [getElement(element.before, index), getElement(element.after, index)];
    if (!before || !after) return compareCount(element, before, after);
    const {sent, taken} = toEnds(
        {elements: element.before, element: before},
        {elements: element.after, element: after},
        comparison,
    );
    const isLast = index === sent.elements.length - 1;
    const isBreaking = isRequired(taken.element)
        ? !isRequired(sent.element)
        : taken.element.rest === true && sent.element.optional === true && !isLast;
    const [was, is] = [toPresence(before), toPresence(after)];
    const presence = was === is ? [] : [{isBreaking, text: `\`${path}\` was ${was}, and is ${is}`}];
    return [...presence, ...comparison.compareModels(before.type, after.type, path)];
}

function getElement(elements: Elements, index: number): TupleElementModel | undefined {
    const last = elements.at(-1);
    return elements[index] ?? (last?.rest ? last : undefined);
}

function isRequired({optional, rest}: TupleElementModel): boolean {
    return !optional && !rest;
}

function toPresence({optional, rest}: TupleElementModel): string {
    if (rest) return 'any number of values';
    return optional ? 'optional' : 'required';
}

/** One more or one less. More than are known are refused. */
function compareCount(
    {path, comparison}: ElementComparison,
    before: TupleElementModel | undefined,
    after: TupleElementModel | undefined,
): readonly ModelChange[] {
    const {sent, taken} = toEnds(before, after, comparison);
    const isBreaking = sent !== undefined || (taken !== undefined && isRequired(taken));
    if (before)
        return [
            {
                isBreaking,
                text: `${toWords(path, before.type, comparison.before.toWords)} is gone${comparison.direction === 'params' ? ', and refused where it is sent' : ''}`,
            },
        ];
    if (!after) return [];
    return [
        {
            isBreaking,
            text: `${toWords(path, after.type, comparison.after.toWords)} is new${isRequired(after) ? ' and required' : ''}`,
        },
    ];
}

function toWords(path: string, type: TypeModel, words: (model: TypeModel) => string): string {
    return `\`${path}\` (\`${words(type)}\`)`;
}
