import type {Definitions} from '@mionkit/core';
import {allKinds} from './all-kinds.ts';
import {createInterpreterFor, type Interpreter} from './interpreter.ts';

/** Makes the interpreter for complete models of any kind, whose `ref`s point to these definitions. */
export function createInterpreter(definitions: Definitions = {}): Interpreter {
    return createInterpreterFor(allKinds, definitions);
}
