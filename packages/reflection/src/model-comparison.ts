import type {TypeModel} from '@mionkit/core';
import type {ContractSide} from './contract-side.ts';

/** What changed somewhere in a method's types. */
export interface ModelChange {
    /** Whether existing clients may send what is refused now, or get what they don't know. */
    readonly isBreaking: boolean;
    /** Begins with the place: `user.age`. */
    readonly text: string;
}

/** Two versions of the types of one method's params or result. */
export interface ModelComparison {
    readonly before: ContractSide;
    readonly after: ContractSide;
    /** Existing clients send params of the old types and get results of the new ones. */
    readonly direction: 'params' | 'result';
    /** The server refuses properties that no type declares. */
    readonly rejectsUndeclared: boolean;
    readonly memory: ComparisonMemory;
    /** What two versions of a type mean to existing clients. Empty for equal types. */
    readonly compareModels: (before: TypeModel, after: TypeModel, path: string) => readonly ModelChange[];
}

/** What is known of pairs of recursive types. */
export interface ComparisonMemory {
    /** The pairs that are taken to go together as long as nothing speaks against it. */
    readonly assumed: Set<string>;
    /** The pairs that don't, with what was found. */
    readonly failed: Map<string, readonly ModelChange[]>;
}

/** What stands on the two ends of a comparison. */
export interface Ends<TEnd> {
    /** What existing clients or the new server send. */
    readonly sent: TEnd;
    /** What the new server or existing clients take. */
    readonly taken: TEnd;
}

/** Which of two things is sent and which is taken. */
export function toEnds<TEnd>(before: TEnd, after: TEnd, {direction}: Pick<ModelComparison, 'direction'>): Ends<TEnd> {
    return direction === 'params' ? {sent: before, taken: after} : {sent: after, taken: before};
}

/** Whether any of the changes breaks existing clients. */
export function isBreaking(changes: readonly ModelChange[]): boolean {
    return changes.some((change) => change.isBreaking);
}

/** The change of a whole type. */
export function toChange(
    before: TypeModel,
    after: TypeModel,
    path: string,
    {comparison, isBreaking}: {readonly comparison: ModelComparison; readonly isBreaking: boolean},
): ModelChange {
    const [was, is] = [comparison.before.toWords(before), comparison.after.toWords(after)];
    return {isBreaking, text: `\`${path}\` was \`${was}\`, and is ${was === is ? 'another type of that name' : `\`${is}\``}`};
}
