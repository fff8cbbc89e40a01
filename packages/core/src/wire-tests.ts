/** Whether a number is a multiple of a unit, decimal fractions included: 0.3 is one of 0.1. */
export function isMultipleOf(number: number, unit: number): boolean {
    const quotient = number / unit;
    return Number.isInteger(quotient) || Math.abs(quotient - Math.round(quotient)) < 1e-9;
}

/** Whether all items of an array differ, objects by what is in them. */
export function areUnique(items: readonly unknown[]): boolean {
    const texts = new Set(items.map(toText));
    return texts.size === items.length;
}

/** The JSON text with keys in one order, and with what is in the live values that JSON has no form for. */
function toText(value: unknown): string {
    return JSON.stringify(value, (_, part: unknown) => {
        if (typeof part === 'bigint') return `${part}n`;
        if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
        if (part instanceof RegExp) return `${part}`;
        if (part instanceof ArrayBuffer) return [...new Uint8Array(part)];
        // Sets, maps and binary data.
        if (Symbol.iterator in part) return [...(part as Iterable<unknown>)];
        return Object.fromEntries(Object.entries(part).sort(([first], [second]) => (first < second ? -1 : 1)));
    });
}

/** The test of a string's pattern. */
export function createPattern(source: string): RegExp {
    return new RegExp(source, 'u');
}

/** Whether a number has no fraction. */
export function isInteger(number: number): boolean {
    return Number.isInteger(number);
}

/** Whether an integer, live or in its wire form, is in a range. */
export function isBigIntBetween(value: bigint | string, least: string, most: string): boolean {
    const integer = BigInt(value);
    return (least === '' || integer >= BigInt(least)) && (most === '' || integer <= BigInt(most));
}

/** The time of a date, live or in its wire form. */
export function getTime(value: Date | string): number {
    return new Date(value).getTime();
}
