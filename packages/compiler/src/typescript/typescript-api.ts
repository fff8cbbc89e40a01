/**
 * The parts of TypeScript's unstable API that mion uses. Only this file imports it.
 */
import type {Type, Symbol as TypeScriptSymbol} from 'typescript/unstable/sync';

export {
    type CallExpression,
    type Expression,
    getTextOfJSDocComment,
    isArrayLiteralExpression,
    isAsExpression,
    isCallExpression,
    isComputedPropertyName,
    isElementAccessExpression,
    isExpressionStatement,
    isIdentifier,
    isInterfaceDeclaration,
    isJSDoc,
    isJSDocParameterTag,
    isMethodDeclaration,
    isNamedTupleMember,
    isNonNullExpression,
    isObjectLiteralExpression,
    isParameterDeclaration,
    isParenthesizedExpression,
    isPropertyAccessExpression,
    isPropertyAssignment,
    isSatisfiesExpression,
    isShorthandPropertyAssignment,
    isSpreadElement,
    isStringLiteral,
    isTupleTypeNode,
    isTypeAssertion,
    isTypeLiteralNode,
    isVariableDeclaration,
    type Node,
    type ObjectLiteralExpression,
    type SourceFile,
    SyntaxKind,
    type TypeLiteralNode,
} from 'typescript/unstable/ast';
export type {UpdateSnapshotParams} from 'typescript/unstable/proto';
export {
    API,
    type Checker,
    type Diagnostic,
    DiagnosticCategory,
    ElementFlags,
    type IndexInfo,
    type IntersectionType,
    type NodeHandle,
    ObjectFlags,
    type ObjectType,
    type Program,
    type Project,
    type Signature,
    SignatureKind,
    type Snapshot,
    type Symbol as TypeScriptSymbol,
    SymbolFlags,
    type TemplateLiteralType,
    type TupleType,
    type Type,
    TypeFlags,
    type TypeReference,
} from 'typescript/unstable/sync';

/** Whether a symbol is a member of what declares a type. Both know that declaration by its id, which the API's types keep private. */
export function isMemberOf(symbol: TypeScriptSymbol, type: Type): boolean {
    const {parent} = symbol as unknown as {readonly parent?: number};
    return parent !== undefined && parent === (type as unknown as {readonly symbol?: number}).symbol;
}
