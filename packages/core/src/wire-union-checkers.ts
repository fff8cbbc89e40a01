import type {ValidationIssue} from './validation-issue.ts';
import {type Check, type Checker, inspect, joinWords, note} from './wire-checker.ts';
import {isArray} from './wire-value.ts';

interface Place {
    readonly path: string;
    readonly check: Check;
}

/** Accepts what one of the members accepts. What is wrong is told for the member that the value is closest to. */
export function unionChecker(members: readonly Checker[]): Checker {
    return {
        expected: joinWords(members.map((member) => member.expected)),
        fits: (value, check) => members.some((member) => member.fits(value, check)),
        inspect(value: unknown, path, check) {
            const candidates = members.filter((member) => member.fits(value, check));
            const [only, other] = candidates;
            if (only !== undefined && other === undefined) only.inspect?.(value as never, path, check);
            else noteClosest(candidates, value, {path, check});
        },
    };
}

function noteClosest(candidates: readonly Checker[], value: unknown, {path, check}: Place): void {
    if (--check.budget.steps < 0) {
        note(check, path, {expected: 'a value that takes fewer steps to check', value});
        return;
    }
    const distances = candidates.map((candidate) => candidate.measure?.(value as never, check) ?? 0);
    const least = Math.min(...distances);
    const lists = candidates
        .filter((_, index) => distances[index] === least)
        .map((candidate) => listMemberIssues(candidate, value, {path, check}))
        .sort((a, b) => a.length - b.length);
    for (const issue of lists[0] ?? []) {
        if (check.issues.length < check.budget.maxIssues)
            check.issues.push({...issue, expected: joinExpected(lists, issue.path)});
    }
}

/** What any of the members that are equally close expects there. */
function joinExpected(lists: readonly (readonly ValidationIssue[])[], path: string): string {
    const issues = lists.flat().filter((issue) => issue.path === path);
    return joinWords([...new Set(issues.map((issue) => issue.expected))]);
}

function listMemberIssues(member: Checker, value: unknown, {path, check}: Place): readonly ValidationIssue[] {
    const known = check.known.get(member) ?? new Map<string, readonly ValidationIssue[]>();
    const issues = known.get(path) ?? inspectAlone(member, value, {path, check});
    check.known.set(member, known.set(path, issues));
    return issues;
}

function inspectAlone(member: Checker, value: unknown, {path, check}: Place): readonly ValidationIssue[] {
    const alone = {...check, issues: []};
    inspect(member, value, {path, check: alone});
    return alone.issues;
}

/** Accepts a union whose members travel as `[tag, value]`. The member with the tag `null` is `null` itself. */
export function taggedChecker(members: readonly (readonly [tag: string | null, member: Checker])[]): Checker {
    const live = unionChecker(members.map(([, member]) => member));
    const tags = members.flatMap(([tag]) => (tag === null ? [] : [`'${tag}'`]));
    const acceptsNull = tags.length < members.length;
    const expected = `[tag, value] with a tag of ${joinWords([...new Set(tags)])}${acceptsNull ? ', or null' : ''}`;
    return {
        expected,
        fits: (value, check) => (check.live ? live.fits(value, check) : isPair(value) || (acceptsNull && value === null)),
        inspect(value: unknown, path, check) {
            if (check.live) live.inspect?.(value as never, path, check);
            else if (isPair(value)) inspectTagged(value, path, check);
        },
    };

    function inspectTagged([tag, value]: readonly unknown[], path: string, check: Check): void {
        const candidates = members.filter(([name]) => name === tag).map(([, member]) => member);
        const [only, other] = candidates;
        if (only === undefined) note(check, path, {expected, value: tag});
        else inspect(other === undefined ? only : unionChecker(candidates), value, {path, check});
    }
}

function isPair(value: unknown): value is readonly [string, unknown] {
    return isArray(value) && value.length === 2 && typeof value[0] === 'string';
}
