/** What generated code and the interpreter call: the wire forms of the types that JSON does not have. Not for programs. */
export {describeReceived} from './describe-received.ts';
export {bigIntForm} from './wire-bigint.ts';
export {arrayBufferForm, bufferForm, countBytes, uint8ArrayForm} from './wire-bytes.ts';
export {fromWireValue, isInstance, toWireValue} from './wire-codec.ts';
export {decodeDate, encodeDate, isWireDate} from './wire-date.ts';
export {dateForm, isDate} from './wire-date-form.ts';
export {getElement, getLengths} from './wire-elements.ts';
export {createEncodeBudget} from './wire-encode-budget.ts';
export {fail} from './wire-failure.ts';
export {
    formats,
    isDateText,
    isDateTimeText,
    isDuration,
    isEmail,
    isHostname,
    isIpv4,
    isIpv6,
    isTimeText,
    isUrl,
    isUuid,
} from './wire-formats.ts';
export {
    booleanRule,
    dateRule,
    literalRule,
    nullRule,
    numberRule,
    refRule,
    resolveRef,
    stringRule,
    undefinedRule,
    unknownRule,
} from './wire-leaf-rules.ts';
export {
    bigintLimits,
    bytesLimits,
    createFormatLimit,
    dateLimits,
    itemLimits,
    type Limit,
    type Limits,
    numberLimits,
    stringLimits,
    withLimits,
} from './wire-limits.ts';
export {mergeDecoded, mergeTexts, toLonger} from './wire-merge.ts';
export {readModels} from './wire-models.ts';
export {ownValue, readProperty} from './wire-property.ts';
export {
    bigintRule,
    bytesRule,
    codecRule,
    getBytesForm,
    mapRule,
    matchesModel,
    recordRule,
    regexpRule,
    repeats,
    setRule,
    templateRule,
    urlRule,
} from './wire-rare-rules.ts';
export {regExpForm} from './wire-regexp.ts';
export {toRoute} from './wire-route.ts';
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
export {isShallow} from './wire-shallow.ts';
export {
    acceptsUndefined,
    arrayRule,
    type CheckedParam,
    type CheckOptions,
    createRun,
    findIndex,
    isAbsent,
    listIssues,
    objectRule,
    tupleRule,
} from './wire-structure-rules.ts';
export {createTemplateTest, isBigIntText, isNumberText} from './wire-template.ts';
export {areUnique, createPattern, getTime, isBigIntBetween, isInteger, isMultipleOf} from './wire-tests.ts';
export {countElements, encodeBoolean, encodeNumber, encodeString, encodeUnknown, toArray, toObject} from './wire-text.ts';
export {decodeText, encodeText, isWireText, type TextForm} from './wire-text-form.ts';
export {unionRule} from './wire-union-rule.ts';
export {urlForm} from './wire-url.ts';
export {
    createLiteralTest,
    createMap,
    createRecord,
    createSet,
    hasDuplicate,
    isArray,
    isMap,
    isNumber,
    isNumericKey,
    isObject,
    isPlainObject,
    isSet,
    listKeys,
    untag,
} from './wire-value.ts';
