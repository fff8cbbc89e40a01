/** Stands around the hash in the name of a type's function. No text of a type has it: literals escape control characters. */
export const nameMark = '\u0001';

/** A JavaScript literal. Names and literals of types get into code only through this. */
export function toLiteral(value: string | number | boolean | null): string {
    return escapeSeparators(JSON.stringify(value));
}

/** A JavaScript literal of a piece of JSON text, which is full of double quotes. */
export function toTextLiteral(text: string): string {
    return /['\\\u2028\u2029]/.test(text) ? `'${escapeSeparators(text.replaceAll(/['\\]/g, '\\$&'))}'` : `'${text}'`;
}

/** Names are many, and next to none has something to escape. */
function escapeSeparators(text: string): string {
    return /[\u2028\u2029]/.test(text) ? text.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029') : text;
}

/** A key of an object literal. */
export function toKey(name: string): string {
    return isIdentifier(name) ? name : `[${toLiteral(name)}]`;
}

/** The code that reads a property. */
export function toRead(object: string, name: string): string {
    return isIdentifier(name) ? `${object}.${name}` : `${object}[${toLiteral(name)}]`;
}

function isIdentifier(name: string): boolean {
    return /^[A-Za-z_$][\w$]*$/.test(name) && name !== '__proto__';
}

/** A condition that holds when all of them do. */
export function and(conditions: readonly string[]): string {
    const needed = conditions.includes('true') ? conditions.filter((condition) => condition !== 'true') : conditions;
    if (needed.length < 2) return needed[0] ?? 'true';
    return needed.map((condition) => (condition.includes(' || ') ? `(${condition})` : condition)).join(' && ');
}

/** A condition that holds when any of them does. */
export function or(conditions: readonly string[]): string {
    if (conditions.includes('true')) return 'true';
    const distinct = [...new Set(conditions)];
    if (distinct.length < 2) return distinct[0] ?? 'false';
    return distinct.map((condition) => (condition.includes(' && ') ? `(${condition})` : condition)).join(' || ');
}

/** The opposite of a condition. */
export function not(condition: string): string {
    return /^[^\s!()[\]'"]+\([^()]*\)$/.test(condition) ? `!${condition}` : `!(${condition})`;
}

const budgetName = /\bb\b/;

/** A function of one expression: without the budget `b` where it doesn't use that, or the very function that it would only call. */
export function toFunction(params: readonly string[], expression: string): string {
    const [first = ''] = params;
    const call = /^([^\s.!()[\]'"]+)\((\w+)\)$/.exec(expression);
    if (call?.[1] && call[2] === first) return call[1];
    const used = params.length > 1 && budgetName.test(expression) ? params : [first];
    return `(${used.join(', ')}) => ${expression}`;
}

/** Lines moved to the right by one step. */
export function indent(text: string): string {
    return `    ${text.replaceAll('\n', '\n    ')}`;
}
