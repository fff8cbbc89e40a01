import {
    isComputedPropertyName,
    isInterfaceDeclaration,
    isMemberOf,
    isMethodDeclaration,
    isObjectLiteralExpression,
    isPropertyAssignment,
    isShorthandPropertyAssignment,
    isTypeLiteralNode,
    type Node,
    type NodeHandle,
    type ObjectLiteralExpression,
    SymbolFlags,
    SyntaxKind,
    type Type,
    type TypeLiteralNode,
    type TypeScriptSymbol,
} from './typescript-api.ts';

const typeKinds: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.PropertySignature, SyntaxKind.MethodSignature]);

/**
 * Whether the declarations of an interface say that it has named properties only: it can't be called or indexed, and inherits nothing.
 *
 * That is read here, where the syntax tree of the file is known, instead of asking for signatures of each type.
 */
export function isPlainInterface({flags, declarations}: TypeScriptSymbol, isOwnSource: (path: string) => boolean): boolean {
    const isOnlyInterface = (flags & ~SymbolFlags.Interface) === 0 && declarations.length > 0;
    return (
        isOnlyInterface && declarations.every((declaration) => isOwnSource(declaration.path) && hasPropertiesOnly(declaration))
    );
}

function hasPropertiesOnly(declaration: NodeHandle): boolean {
    const node = declaration.resolve();
    if (node === undefined || !isInterfaceDeclaration(node) || (node.heritageClauses ?? []).length > 0) return false;
    return node.members.every(({kind}) => typeKinds.has(kind));
}

/** What an anonymous type is written as, in an own source: that is where the properties stand that are its own. */
export function findLiteral(
    type: Type,
    properties: readonly TypeScriptSymbol[],
    isOwnSource: (path: string) => boolean,
): TypeLiteralNode | ObjectLiteralExpression | undefined {
    const declaration = properties.find((property) => isMemberOf(property, type))?.declarations[0];
    if (declaration === undefined || !isOwnSource(declaration.path)) return undefined;
    const node = declaration.resolve()?.parent;
    return node !== undefined && (isTypeLiteralNode(node) || isObjectLiteralExpression(node)) ? node : undefined;
}

/** Whether a literal has named properties only. */
export function isPlainLiteral(literal: TypeLiteralNode | ObjectLiteralExpression): boolean {
    if (isTypeLiteralNode(literal)) return literal.members.every(({kind}) => typeKinds.has(kind));
    return literal.properties.every(isPlainProperty);
}

/** Not what is spread, and what has a computed name, which can be any text. */
function isPlainProperty(node: Node): boolean {
    if (!isPropertyAssignment(node) && !isShorthandPropertyAssignment(node) && !isMethodDeclaration(node)) return false;
    return !isComputedPropertyName(node.name);
}
