import type {ProgramView} from './program-view.ts';
import {
    type CallExpression,
    type Expression,
    isArrayLiteralExpression,
    isAsExpression,
    isCallExpression,
    isElementAccessExpression,
    isIdentifier,
    isNonNullExpression,
    isParenthesizedExpression,
    isPropertyAccessExpression,
    isSatisfiesExpression,
    isSpreadElement,
    isStringLiteral,
    isTypeAssertion,
    type Node,
    type SourceFile,
    type Type,
    TypeFlags,
} from './typescript-api.ts';

/** The functions of the router that take a tree. */
export type RegisterFunction = 'registerRoutes' | 'addStartHooks' | 'addEndHooks';

/** A call of one of the router's functions that take a tree. */
export interface RegisterCall {
    readonly functionName: RegisterFunction;
    readonly node: CallExpression;
    /** What stands for the function, without parentheses, `!` and casts around it. */
    readonly callee: Expression;
    /** The type of the function. */
    readonly functionType: Type;
}

const routerPackage = '@mionkit/router';
const names: ReadonlySet<string> = new Set<RegisterFunction>(['registerRoutes', 'addStartHooks', 'addEndHooks']);

/** What `findCalls` finds, in the order of the text. */
export interface FoundCalls {
    readonly calls: readonly RegisterCall[];
    /** Calls through the function's `call` or `apply`, with a tree alone: their second argument can't be written. */
    readonly indirect: readonly RegisterCall[];
    /** Calls by these names of functions that TypeScript could not resolve. */
    readonly unresolved: readonly CallExpression[];
}

/** The calls in a file whose function is declared by the router, whatever name it has here. */
export function findCalls(view: ProgramView, file: SourceFile): FoundCalls {
    const candidates = findCandidates(file);
    const types = candidates.length === 0 ? [] : view.checker.getTypeAtLocation(candidates.map(({callee}) => callee));
    const found = candidates.flatMap((candidate, index) => {
        const functionType = withoutAbsence(view, types[index]);
        const symbol = functionType && view.symbolOf(functionType);
        if (functionType === undefined || symbol === undefined || !isRegisterFunction(symbol.name)) return [];
        return view.isDeclaredIn(symbol, routerPackage) ? [{...candidate, functionName: symbol.name, functionType}] : [];
    });
    const isUnresolved = (type: Type | undefined) => type !== undefined && (type.flags & TypeFlags.Any) !== 0;
    const unresolved = file.text.includes(routerPackage) ? candidates.filter((_, index) => isUnresolved(types[index])) : [];
    return {
        calls: found.filter(({isDirect}) => isDirect),
        indirect: found.filter(({isDirect}) => !isDirect),
        unresolved: unresolved.map(({node}) => node),
    };
}

/** In `router?.registerRoutes(…)` and where the function is optional, its type has `undefined` in it. */
function withoutAbsence({membersOf}: ProgramView, type: Type | undefined): Type | undefined {
    const members = type === undefined ? [] : membersOf(type);
    const [only, ...others] = members.filter(({flags}) => !(flags & (TypeFlags.Undefined | TypeFlags.Null)));
    return others.length === 0 ? only : type;
}

/** An expression without what is around it for its type only: parentheses, `!`, `as …`, `satisfies …`. */
export function unwrap(expression: Expression): Expression {
    return isWrapper(expression) ? unwrap(expression.expression) : expression;
}

function isWrapper(node: Expression): node is Expression & {readonly expression: Expression} {
    if (isParenthesizedExpression(node) || isNonNullExpression(node)) return true;
    return isAsExpression(node) || isSatisfiesExpression(node) || isTypeAssertion(node);
}

interface Candidate {
    readonly node: CallExpression;
    readonly callee: Expression;
    readonly isDirect: boolean;
}

function isRegisterFunction(name: string): name is RegisterFunction {
    return names.has(name);
}

/** Calls by one of the names, or by a name that the file gives to one of them. Descends only to where the names stand. */
function findCandidates(file: SourceFile): Candidate[] {
    const localNames = findLocalNames(file.text);
    const positions = findWords(file.text, localNames);
    const candidates: Candidate[] = [];
    const visit = (node: Node): void => {
        if (!positions.some((position) => node.pos <= position && position < node.end)) return;
        const candidate = isCallExpression(node) ? readCandidate(node) : undefined;
        if (candidate !== undefined && localNames.has(calledName(candidate.callee) ?? '')) candidates.push(candidate);
        node.forEachChild(visit);
    };
    file.forEachChild(visit);
    return candidates;
}

function readCandidate(node: CallExpression): Candidate {
    const callee = unwrap(node.expression);
    if (!isPropertyAccessExpression(callee) || !passesTreeAlone(callee.name.text, node)) return {node, callee, isDirect: true};
    return {node, callee: unwrap(callee.expression), isDirect: false};
}

/** Mocks and wrappers pass on all arguments, and those have the compiled routes among them. */
function passesTreeAlone(methodName: string, {arguments: [, second, third]}: CallExpression): boolean {
    if (second === undefined || third !== undefined || isSpreadElement(second)) return false;
    if (methodName === 'call') return true;
    if (methodName !== 'apply' || !isArrayLiteralExpression(second)) return false;
    const [tree, compiled] = second.elements;
    return tree !== undefined && compiled === undefined && !isSpreadElement(tree);
}

/** The functions' names and what they are renamed to: `registerRoutes as register`, `{registerRoutes: register}`, `register = registerRoutes`. */
function findLocalNames(text: string): Set<string> {
    const found = new Set<string>(names);
    const word = `(?:${[...names].join('|')})`;
    const renames = new RegExp(`\\b${word}\\s*(?:as|:)\\s*([\\w$]+)|([\\w$]+)\\s*=\\s*(?:[\\w$]+\\.)*${word}\\b`, 'g');
    for (const [, after, before] of text.matchAll(renames)) found.add(after ?? before ?? '');
    return found;
}

function findWords(text: string, words: ReadonlySet<string>): number[] {
    const pattern = [...words].map((word) => word.replaceAll('$', '\\$')).join('|');
    return [...text.matchAll(new RegExp(`(?<![\\w$])(?:${pattern})(?![\\w$])`, 'g'))].map((match) => match.index);
}

function calledName(callee: Expression): string | undefined {
    if (isIdentifier(callee)) return callee.text;
    if (isPropertyAccessExpression(callee)) return callee.name.text;
    if (isElementAccessExpression(callee) && isStringLiteral(callee.argumentExpression)) return callee.argumentExpression.text;
    return undefined;
}
