/** What generated code and the interpreter call: the wire forms of the types that JSON does not have. Not for programs. */
export {describeReceived} from './describe-received.ts';
export {type Check, type Checker, createCheck, inspect, joinPath, joinWords, note} from './wire-checker.ts';
export {decodeDate, encodeDate, isDate, isWireDate} from './wire-date.ts';
export {createEncodeBudget} from './wire-encode-budget.ts';
export {fail} from './wire-failure.ts';
export {
    booleanChecker,
    dateChecker,
    lazyChecker,
    literalChecker,
    nullChecker,
    numberChecker,
    stringChecker,
    undefinedChecker,
    unknownChecker,
} from './wire-leaf-checkers.ts';
export {mergeDecoded, mergeTexts} from './wire-merge.ts';
export {
    arrayChecker,
    type ElementChecker,
    listIssues,
    objectChecker,
    type ParamChecker,
    tupleChecker,
} from './wire-structure-checkers.ts';
export {encodeBoolean, encodeNumber, encodeString, encodeUnknown, toArray, toObject} from './wire-text.ts';
export {taggedChecker, unionChecker} from './wire-union-checkers.ts';
export {createLiteralTest, isArray, isNumber, isObject, isShallow, ownValue} from './wire-value.ts';
