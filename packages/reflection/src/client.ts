/**
 * For the client: what it checks, encodes and decodes the kinds by that most APIs consist of.
 *
 * The others are in `all-kinds`, and what is wrong with a value is told by `explain`: both to be loaded where they are needed.
 */
export {jsonKinds} from './json-kinds.ts';
export {needsAllKinds} from './needs-all-kinds.ts';
export {toTuple} from './to-tuple.ts';
export {
    convertValue,
    createValueRun,
    isMisfit,
    isValue,
    type ValueKind,
    type ValueKinds,
    type ValueRun,
    type ValueRunOptions,
} from './value-kinds.ts';
