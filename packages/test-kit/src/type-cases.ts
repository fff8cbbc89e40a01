import {constraintCases} from './constraint-cases.ts';
import {primitiveCases} from './primitive-cases.ts';
import {structureCases} from './structure-cases.ts';
import type {TypeCase} from './type-case.ts';
import {unionCases} from './union-cases.ts';

/** Every kind of type that can travel, for everything that reads type models. */
export const typeCases: readonly TypeCase[] = [...primitiveCases, ...structureCases, ...unionCases, ...constraintCases];
