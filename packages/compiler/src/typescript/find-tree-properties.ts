import type {ProgramView} from './program-view.ts';
import {
    type Expression,
    isIdentifier,
    isObjectLiteralExpression,
    isParenthesizedExpression,
    isPropertyAssignment,
    isSatisfiesExpression,
    isShorthandPropertyAssignment,
    isStringLiteral,
    isVariableDeclaration,
    type Node,
    type NodeHandle,
    type ObjectLiteralExpression,
    SymbolFlags,
    SyntaxKind,
    type TypeScriptSymbol,
} from './typescript-api.ts';

/** A property of the object literal that a tree is written as. */
export interface TreeProperty {
    readonly symbol: TypeScriptSymbol;
    /** The variable that is its value. */
    readonly variable?: UsedVariable | undefined;
}

/** A variable where a tree names it. */
export interface UsedVariable {
    readonly declaration: NodeHandle;
    /** The file of the tree. The type can be narrower there. */
    readonly usedIn: string;
}

/**
 * The properties of a tree that is written as an object literal; `undefined` of any other, and where only the type tells its properties.
 *
 * Their types can be asked for one by one, which makes TypeScript infer those alone. For the type of the tree it infers, and compares with
 * what the tree `satisfies`, all that stands in it.
 */
export function findTreeProperties(view: ProgramView, tree: Expression): readonly TreeProperty[] | undefined {
    const expression = withoutSatisfies(tree);
    const literal = isIdentifier(expression) ? findInitializer(view, expression) : expression;
    if (literal === undefined || !isObjectLiteralExpression(literal)) return undefined;
    const properties = readProperties(literal);
    // In an argument, functions get the types of their params from the whole call.
    if (properties === undefined || (literal === expression && properties.some(({value}) => !isIdentifier(value))))
        return undefined;
    const symbols = view.checker.getSymbolAtLocation(properties.map(({name}) => name));
    const declarations = findVariables(view, properties);
    const usedIn = literal.getSourceFile().path;
    const found = symbols.flatMap((symbol, index): TreeProperty[] => {
        const declaration = declarations[index];
        return symbol === undefined ? [] : [{symbol, variable: declaration && {declaration, usedIn}}];
    });
    return found.length === properties.length ? found : undefined;
}

function withoutSatisfies(expression: Expression): Expression {
    const isWrapper = isSatisfiesExpression(expression) || isParenthesizedExpression(expression);
    return isWrapper ? withoutSatisfies(expression.expression) : expression;
}

/** What a variable is declared with, if that alone says its type. In JavaScript, assignments can add properties. */
function findInitializer(view: ProgramView, name: Expression): Expression | undefined {
    const variable = findVariable(view, view.checker.getSymbolAtLocation(name));
    const node = variable === undefined || /js$/.test(variable.path) ? undefined : variable.resolve();
    if (node === undefined || !isVariableDeclaration(node) || node.type !== undefined) return undefined;
    return node.initializer && withoutSatisfies(node.initializer);
}

/** The declaration of the variable that a name stands for, also where it is imported. */
function findVariable({checker}: ProgramView, symbol: TypeScriptSymbol | undefined): NodeHandle | undefined {
    const original = symbol && symbol.flags & SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
    const [declaration, other] = original?.declarations ?? [];
    return declaration?.kind === SyntaxKind.VariableDeclaration && other === undefined ? declaration : undefined;
}

interface NamedProperty {
    readonly node: Node;
    readonly name: Node;
    readonly value: Node;
}

function readProperties({properties}: ObjectLiteralExpression): readonly NamedProperty[] | undefined {
    const found = properties.flatMap((node): NamedProperty[] => {
        if (isShorthandPropertyAssignment(node)) return [{node, name: node.name, value: node.name}];
        if (!isPropertyAssignment(node) || !(isIdentifier(node.name) || isStringLiteral(node.name))) return [];
        return [{node, name: node.name, value: node.initializer}];
    });
    return found.length === properties.length ? found : undefined;
}

function findVariables(view: ProgramView, properties: readonly NamedProperty[]): (NodeHandle | undefined)[] {
    const symbols = properties.map(({node, value}) => {
        if (isShorthandPropertyAssignment(node)) return () => view.checker.getShorthandAssignmentValueSymbol(node);
        return () => (isIdentifier(value) ? view.checker.getSymbolAtLocation(value) : undefined);
    });
    const find = symbols.map((symbol) => () => findVariable(view, symbol()));
    view.askAll(find);
    return find.map((each) => each());
}
