/** What is made from a type model at run time. */
export {createInterpreter} from './create-interpreter.ts';
export {type CheckOptions, createInterpreterFor, type Interpreter} from './interpreter.ts';
export {jsonKinds} from './json-kinds.ts';
export {type JsonSchema, toJsonSchema} from './json-schema.ts';
export {needsAllKinds} from './needs-all-kinds.ts';
export type {ValueKind, ValueKinds, ValueRun} from './value-kinds.ts';
