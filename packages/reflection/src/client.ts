/** For the client: the interpreter with the kinds that most APIs consist of. The others are in `all-kinds`, to be loaded where they are needed. */
export {createInterpreterFor, type Interpreter} from './interpreter.ts';
export {jsonKinds} from './json-kinds.ts';
export {needsAllKinds} from './needs-all-kinds.ts';
