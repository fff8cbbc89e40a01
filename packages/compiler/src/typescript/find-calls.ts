import type {ProgramView} from './program-view.ts';
import {
    type CallExpression,
    type Expression,
    isCallExpression,
    isElementAccessExpression,
    isIdentifier,
    isPropertyAccessExpression,
    isStringLiteral,
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
    /** The type of the function. */
    readonly functionType: Type;
}

const routerPackage = '@mionkit/router';
const names: ReadonlySet<string> = new Set<RegisterFunction>(['registerRoutes', 'addStartHooks', 'addEndHooks']);

/** What `findCalls` finds, in the order of the text. */
export interface FoundCalls {
    readonly calls: readonly RegisterCall[];
    /** Calls by these names of functions that TypeScript could not resolve. */
    readonly unresolved: readonly CallExpression[];
}

/** The calls in a file whose function is declared by the router, whatever name it has here. */
export function findCalls(view: ProgramView, file: SourceFile): FoundCalls {
    const candidates = findCandidates(file);
    const types = candidates.length === 0 ? [] : view.checker.getTypeAtLocation(candidates.map((call) => call.expression));
    const calls = candidates.flatMap((node, index) => {
        const functionType = types[index];
        const symbol = functionType?.getSymbol();
        if (functionType === undefined || symbol === undefined || !isRegisterFunction(symbol.name)) return [];
        return view.isDeclaredIn(symbol, routerPackage) ? [{functionName: symbol.name, node, functionType}] : [];
    });
    const isUnresolved = (type: Type | undefined) => type !== undefined && (type.flags & TypeFlags.Any) !== 0;
    const mentionsRouter = file.text.includes(routerPackage);
    return {calls, unresolved: mentionsRouter ? candidates.filter((_, index) => isUnresolved(types[index])) : []};
}

function isRegisterFunction(name: string): name is RegisterFunction {
    return names.has(name);
}

/** Calls by one of the names, or by a name that the file gives to one of them. Descends only to where the names stand. */
function findCandidates(file: SourceFile): CallExpression[] {
    const localNames = findLocalNames(file.text);
    const positions = findWords(file.text, localNames);
    const calls: CallExpression[] = [];
    const visit = (node: Node): void => {
        if (!positions.some((position) => node.pos <= position && position < node.end)) return;
        if (isCallExpression(node) && localNames.has(calledName(node.expression) ?? '')) calls.push(node);
        node.forEachChild(visit);
    };
    file.forEachChild(visit);
    return calls;
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
