import type {TypeModel} from '@mionkit/core';

type Limit = number | bigint;
type Fields = Readonly<Record<string, unknown>>;
type LimitTest = (sent: Limit, taken: Limit) => boolean;

const least: LimitTest = (sent, taken) => sent >= taken;
const most: LimitTest = (sent, taken) => sent <= taken;

/** By field: whether a value that keeps to the one limit keeps to the other. Of other fields both have to be equal. */
const tests: Readonly<Record<string, LimitTest>> = {
    ...{minLength: least, minItems: least, min: least, exclusiveMin: least, after: least},
    ...{maxLength: most, maxItems: most, max: most, exclusiveMax: most, before: most, maxSize: most},
    multipleOf: (sent, taken) => Number.isInteger(Number(sent) / Number(taken)),
};

/** An exclusive bound includes the same inclusive one. */
const stricterFields: Readonly<Record<string, string>> = {min: 'exclusiveMin', max: 'exclusiveMax'};

/** Fields that are compared apart from the limits, or say nothing of the values. */
const others: ReadonlySet<string> = new Set([
    ...['kind', 'name', 'items', 'keys', 'values', 'elements', 'properties', 'indexes', 'members', 'tags', 'wire'],
]);

/** Whether values that keep to the constraints of one type keep to those of another of its kind. */
export function keepsLimits(sent: TypeModel, taken: TypeModel): boolean {
    // Bytes of all classes have the same form on the wire.
    const ignored = sent.kind === 'bytes' ? 'type' : undefined;
    const fields = Object.entries(taken).filter(([field]) => field !== ignored && !others.has(field));
    return fields.every(([field, limit]) => keeps(sent as unknown as Fields, field, limit));
}

function keeps(sent: Fields, field: string, taken: unknown): boolean {
    const test = tests[field];
    if (test === undefined) return JSON.stringify(sent[field]) === JSON.stringify(taken);
    const limits = [sent[field], sent[stricterFields[field] ?? '']].filter((limit) => limit !== undefined);
    return limits.some((limit) => test(toLimit(limit), toLimit(taken)));
}

/** Limits are numbers, the digits of a bigint, or a moment. */
function toLimit(limit: unknown): Limit {
    if (typeof limit === 'number') return limit;
    const text = String(limit);
    return /^-?\d+$/.test(text) ? BigInt(text) : Date.parse(text);
}
