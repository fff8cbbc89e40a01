import type {TypeModel} from '@mionkit/core';
import {isBreaking, type ModelChange, type ModelComparison, toChange, toEnds} from './model-comparison.ts';
import type {ResolvedModel} from './type-graph.ts';

/** A member of a union that is compared, or the only type on the other side. */
interface Member {
    readonly model: TypeModel;
    readonly tag: string | null | undefined;
}

/** Compares two types of which one is a union: each member that is sent has to fit one that is taken. */
export function compareUnions(
    before: ResolvedModel,
    after: ResolvedModel,
    path: string,
    comparison: ModelComparison,
): readonly ModelChange[] {
    const whole = (isBreakingChange: boolean) => [toChange(before, after, path, {comparison, isBreaking: isBreakingChange})];
    if (isTagged(before) !== isTagged(after)) return whole(true);
    const {sent, taken} = toEnds(listMembers(before), listMembers(after), comparison);
    const matches = sent.map((member) => findMatch(member, taken, path, comparison));
    const unmatched = sent.filter((_, index) => matches[index] === undefined);
    const unused = taken.filter((member) => !matches.some((match) => match?.member === member));
    const changes = matches.flatMap((match) => match?.changes ?? []);
    if (unmatched.length === 0) return unused.length > 0 || changes.length === 0 ? [...changes, ...whole(false)] : changes;
    const related = unmatched.map((member) => findRelated(member, unused, comparison));
    if (related.some((member) => member === undefined)) return whole(true);
    return [...changes, ...unmatched.flatMap((member, index) => comparePair(member, related[index] ?? member, path, comparison))];
}

function isTagged(model: ResolvedModel): boolean {
    return model.kind === 'union' && model.tags !== undefined;
}

function listMembers(model: ResolvedModel): readonly Member[] {
    if (model.kind !== 'union') return [{model, tag: undefined}];
    return model.members.map((member, index) => ({model: member, tag: model.tags?.[index]}));
}

interface Match {
    readonly member: Member;
    readonly changes: readonly ModelChange[];
}

/** The member that takes all values of the one that is sent: an equal one if there is one. */
function findMatch(sent: Member, taken: readonly Member[], path: string, comparison: ModelComparison): Match | undefined {
    const matches: Match[] = [];
    for (const member of taken) {
        const changes = member.tag === sent.tag ? comparePair(sent, member, path, comparison) : undefined;
        if (changes?.length === 0) return {member, changes};
        if (changes !== undefined && !isBreaking(changes)) matches.push({member, changes});
    }
    return matches[0];
}

function comparePair(sent: Member, taken: Member, path: string, comparison: ModelComparison): readonly ModelChange[] {
    const [before, after] = comparison.direction === 'params' ? [sent, taken] : [taken, sent];
    return comparison.compareModels(before.model, after.model, path);
}

/** The member that another one has become, though it doesn't take all of its values: the differences inside say more than the whole union. */
function findRelated(sent: Member, unused: readonly Member[], comparison: ModelComparison): Member | undefined {
    const {sent: sentSide, taken: takenSide} = toEnds(comparison.before, comparison.after, comparison);
    const model = sentSide.resolve(sent.model);
    return unused.find((member) => member.tag === sent.tag && isRelated(model, takenSide.resolve(member.model)));
}

function isRelated(first: ResolvedModel, second: ResolvedModel): boolean {
    if (first.kind !== second.kind || first.kind === 'literal') return false;
    if (first.kind !== 'object' || second.kind !== 'object') return true;
    if (first.name !== undefined && first.name === second.name) return true;
    return first.properties.some(
        ({name, type}) =>
            type.kind === 'literal' &&
            second.properties.some((other) => other.name === name && isSameLiteral(other.type, type.value)),
    );
}

function isSameLiteral(model: TypeModel, value: unknown): boolean {
    return model.kind === 'literal' && model.value === value;
}
