/** What is made from a type model at run time. */
export {type CheckOptions, createInterpreter, type Interpreter} from './create-interpreter.ts';
export {type JsonSchema, toJsonSchema} from './json-schema.ts';
