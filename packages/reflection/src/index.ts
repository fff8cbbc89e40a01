/** For clients: what is made from a type model at run time. */
export {createInterpreter, type Interpreter} from './interpreter.ts';
