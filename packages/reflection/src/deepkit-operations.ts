/**
 * The operations of Deepkit's programs, in the order of their numbers. An operation is the character with the code number + 33.
 *
 * Deepkit's compiler numbers them in `ReflectionOp` of `@deepkit/type-spec`.
 */
export const deepkitOperations = [
    ...['never', 'any', 'unknown', 'void', 'object', 'string', 'number', 'numberBrand', 'boolean', 'bigint', 'symbol'],
    ...['null', 'undefined', 'literal', 'function', 'method', 'methodSignature', 'parameter', 'property', 'propertySignature'],
    ...['class', 'classExtends', 'classReference', 'optional', 'readonly', 'public', 'private', 'protected', 'abstract'],
    ...['defaultValue', 'description', 'rest', 'regexp', 'enum', 'enumMember', 'set', 'map', 'array', 'tuple', 'tupleMember'],
    ...['namedTupleMember', 'union', 'intersection', 'indexSignature', 'objectLiteral', 'mappedType', 'in', 'frame'],
    ...['moveFrame', 'return', 'templateLiteral', 'date', 'int8Array', 'uint8ClampedArray', 'uint8Array', 'int16Array'],
    ...['uint16Array', 'int32Array', 'uint32Array', 'float32Array', 'float64Array', 'bigInt64Array', 'arrayBuffer', 'promise'],
    ...['arg', 'typeParameter', 'typeParameterDefault', 'var', 'loads', 'indexAccess', 'keyof', 'infer', 'typeof', 'condition'],
    ...['jumpCondition', 'jump', 'call', 'inline', 'inlineCall', 'distribute', 'extends', 'widen', 'static', 'mappedType2'],
    ...['functionReference', 'callSignature', 'typeName', 'implements', 'nominal'],
] as const;

/** How many arguments an operation has: each is the character after it. Those not listed have none. */
const argumentCounts: Readonly<Record<string, number>> = {
    ...countEach(1, ['numberBrand', 'literal', 'function', 'method', 'methodSignature', 'parameter', 'property']),
    ...countEach(1, ['propertySignature', 'classExtends', 'classReference', 'defaultValue', 'description', 'enumMember']),
    ...countEach(1, ['namedTupleMember', 'arg', 'typeParameter', 'typeParameterDefault', 'typeof', 'jump', 'call', 'inline']),
    ...countEach(1, ['distribute', 'functionReference', 'callSignature', 'typeName', 'implements']),
    ...countEach(2, ['mappedType', 'mappedType2', 'loads', 'infer', 'jumpCondition', 'inlineCall']),
};

function countEach(count: number, names: readonly string[]): Record<string, number> {
    return Object.fromEntries(names.map((name) => [name, count]));
}

/** One operation of a program. */
export interface DeepkitOperation {
    readonly name: string;
    readonly args: readonly number[];
}

/** The operations of a program, from their text. */
export function readOperations(text: string): DeepkitOperation[] {
    const operations: DeepkitOperation[] = [];
    const codes = Array.from(text, (_, index) => text.charCodeAt(index) - 33);
    for (let index = 0; index < codes.length; index++) {
        const name = deepkitOperations[codes[index] ?? -1] ?? 'unknown operation';
        const count = argumentCounts[name] ?? 0;
        operations.push({name, args: codes.slice(index + 1, index + 1 + count)});
        index += count;
    }
    return operations;
}
