/**
 * The parts of TypeScript's unstable API that mion uses. Only this file imports it.
 */
export {
    type CallExpression,
    type Expression,
    isCallExpression,
    isElementAccessExpression,
    isExpressionStatement,
    isIdentifier,
    isParameterDeclaration,
    isPropertyAccessExpression,
    isSpreadElement,
    isStringLiteral,
    type Node,
    type ParameterDeclaration,
    type SourceFile,
} from 'typescript/unstable/ast';
export type {UpdateSnapshotParams} from 'typescript/unstable/proto';
export {
    API,
    type Checker,
    type Diagnostic,
    DiagnosticCategory,
    ElementFlags,
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
    type UnionType,
} from 'typescript/unstable/sync';
