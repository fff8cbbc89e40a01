import {
    isInterfaceDeclaration,
    isTypeLiteralNode,
    type Node,
    type NodeHandle,
    SymbolFlags,
    SyntaxKind,
    type TypeScriptSymbol,
} from './typescript-api.ts';

const plainKinds: ReadonlySet<SyntaxKind> = new Set([SyntaxKind.PropertySignature, SyntaxKind.MethodSignature]);

/**
 * Whether the declarations of an object type say that it has named properties only: it can't be called or indexed, and inherits nothing.
 *
 * That is read here, where the syntax tree of the file is known, instead of asking for signatures of each type.
 */
export function isPlain({flags, declarations}: TypeScriptSymbol, isOwnSource: (path: string) => boolean): boolean {
    const isDataType = (flags & ~(SymbolFlags.Interface | SymbolFlags.TypeLiteral)) === 0 && declarations.length > 0;
    return isDataType && declarations.every((declaration) => isOwnSource(declaration.path) && hasPropertiesOnly(declaration));
}

function hasPropertiesOnly(declaration: NodeHandle): boolean {
    const node = declaration.resolve();
    return node !== undefined && listMembers(node)?.every(({kind}) => plainKinds.has(kind)) === true;
}

function listMembers(node: Node): readonly Node[] | undefined {
    if (isTypeLiteralNode(node)) return node.members;
    return isInterfaceDeclaration(node) && (node.heritageClauses ?? []).length === 0 ? node.members : undefined;
}
