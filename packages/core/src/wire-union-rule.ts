import type {ObjectModel, TypeModel, UnionModel} from './type-model.ts';
import type {ValidationIssue} from './validation-issue.ts';
import {resolveRef} from './wire-leaf-rules.ts';
import {readProperty} from './wire-property.ts';
import {type At, describeExpected, fits, inspect, inspectAlone, joinWords, note, type Rule, type Run} from './wire-rule.ts';
import {noSuchProperty} from './wire-structure-rules.ts';
import {isArray} from './wire-value.ts';

/** What is wrong is told for the member that a value is closest to. */
export const unionRule: Rule = {
    expected: ({members, tags}: UnionModel, run) =>
        tags && !run.live ? describeTags(tags) : joinWords(members.map((member) => describeExpected(member, run))),
    fits: fitsUnion,
    inspect(value: unknown, {members, tags}: UnionModel, at) {
        if (!tags || at.run.live || value === null) inspectMembers(members, value, at);
        else if (isArray(value)) inspectMembers(getTagged({members, tags}, value[0]), value[1], at);
    },
};

function fitsUnion(value: unknown, {members, tags}: Pick<UnionModel, 'members' | 'tags'>, run: Run): boolean {
    if (!tags || run.live) return members.some((member) => fits(member, value, run));
    if (value === null) return tags.includes(null);
    return isArray(value) && value.length === 2 && typeof value[0] === 'string' && tags.includes(value[0]);
}

function getTagged({members, tags}: Pick<UnionModel, 'members' | 'tags'>, tag: unknown): readonly TypeModel[] {
    return members.filter((_, index) => tags?.[index] === tag);
}

function describeTags(tags: readonly (string | null)[]): string {
    const names = tags.flatMap((tag) => (tag === null ? [] : [`'${tag}'`]));
    return `[tag, value] with the tag ${joinWords(names)}${tags.includes(null) ? ', or null' : ''}`;
}

function inspectMembers(members: readonly TypeModel[], value: unknown, at: At): void {
    const candidates = members.filter((member) => fits(member, value, at.run));
    const [only, second] = candidates;
    if (!only) note(at, joinWords(members.map((member) => describeExpected(member, at.run))), value);
    else if (!second) inspect(only, value, at);
    else if (--at.run.budget.steps < 0) note(at, 'a value that takes fewer steps to check', value);
    else noteClosest(candidates, value, at);
}

function noteClosest(candidates: readonly TypeModel[], value: unknown, at: At): void {
    const distances = candidates.map((candidate) => measure(candidate, value, at.run));
    const least = Math.min(...distances);
    const lists = candidates
        .filter((_, index) => distances[index] === least)
        .map((candidate) => inspectAlone(candidate, value, at))
        .sort((a, b) => a.length - b.length);
    const {issues, budget} = at.run;
    for (const issue of lists[0] ?? []) {
        if (isDeclaredElsewhere(issue, lists)) continue;
        if (issues.length < budget.maxIssues) issues.push({...issue, expected: joinExpected(lists, issue.path)});
    }
}

/** A property that one of the members that a value fits declares is no undeclared one. */
function isDeclaredElsewhere(issue: ValidationIssue, lists: readonly (readonly ValidationIssue[])[]): boolean {
    const fitting = lists.filter((list) => list.every(({expected}) => expected === noSuchProperty));
    return issue.expected === noSuchProperty && fitting.some((list) => !list.some(({path}) => path === issue.path));
}

/** What any of the members that are equally close expects there. */
function joinExpected(lists: readonly (readonly ValidationIssue[])[], path: string): string {
    return joinWords(lists.flatMap((list) => list.filter((issue) => issue.path === path).map((issue) => issue.expected)));
}

/** How far an object is from a type, nothing nested looked at. A wrong literal tells most about which member was meant. */
function measure(model: TypeModel, value: unknown, run: Run): number {
    if (model.kind === 'ref') return measure(resolveRef(model, run), value, run);
    return model.kind === 'object' ? measureObject(model, value as object, run) : 0;
}

function measureObject({properties}: ObjectModel, object: object, run: Run): number {
    let distance = 0;
    for (const {name, type, optional} of properties) {
        const value = readProperty(object, name);
        if (!(optional && value === undefined) && !fits(type, value, run)) distance += isLiteral(type) ? 100 : 1;
    }
    return distance;
}

function isLiteral(model: TypeModel): boolean {
    return model.kind === 'union' ? model.members.every(isLiteral) : model.kind === 'literal';
}
