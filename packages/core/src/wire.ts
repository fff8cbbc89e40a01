/** What generated code and the interpreter call: the wire forms of the types that JSON does not have. Not for programs. */
export {describeReceived} from './describe-received.ts';
export {bigIntForm} from './wire-bigint.ts';
export {arrayBufferForm, bufferForm, countBytes, uint8ArrayForm} from './wire-bytes.ts';
export {fromWireValue, isInstance, toWireValue} from './wire-codec.ts';
export {dateForm, decodeDate, encodeDate, isDate, isWireDate} from './wire-date.ts';
export {createEncodeBudget} from './wire-encode-budget.ts';
export {fail} from './wire-failure.ts';
export {
    bigintRule,
    booleanRule,
    bytesRule,
    codecRule,
    dateRule,
    getBytesForm,
    literalRule,
    nullRule,
    numberRule,
    refRule,
    regexpRule,
    resolveRef,
    stringRule,
    templateRule,
    undefinedRule,
    unknownRule,
    urlRule,
} from './wire-leaf-rules.ts';
export {mergeDecoded, mergeTexts} from './wire-merge.ts';
export {regExpForm} from './wire-regexp.ts';
export {
    type At,
    describeExpected,
    fits,
    inspect,
    inspectAlone,
    joinWords,
    note,
    type Rule,
    type Rules,
    type Run,
} from './wire-rule.ts';
export {
    acceptsUndefined,
    arrayRule,
    type CheckedParam,
    type CheckOptions,
    createRun,
    findIndex,
    getElement,
    getLengths,
    isAbsent,
    listIssues,
    mapRule,
    objectRule,
    readProperty,
    recordRule,
    setRule,
    tupleRule,
} from './wire-structure-rules.ts';
export {type HoleTest, isBigIntText, isNumberText, matchesTemplate} from './wire-template.ts';
export {encodeBoolean, encodeNumber, encodeString, encodeUnknown, toArray, toObject} from './wire-text.ts';
export {decodeText, encodeText, isWireText, type TextForm, toWireText} from './wire-text-form.ts';
export {unionRule} from './wire-union-rule.ts';
export {urlForm} from './wire-url.ts';
export {createLiteralTest, hasDuplicate, isArray, isNumber, isNumericKey, isObject, isShallow, ownValue} from './wire-value.ts';
