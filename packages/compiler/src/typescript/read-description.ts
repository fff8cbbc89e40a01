import type {ProgramView} from './program-view.ts';
import {
    getTextOfJSDocComment,
    isIdentifier,
    isJSDoc,
    isJSDocParameterTag,
    type Node,
    type NodeHandle,
    SyntaxKind,
} from './typescript-api.ts';

/** The JSDoc text of a declaration. */
export interface Description {
    readonly text: string | undefined;
    /** The texts of its `@param` tags, by name. */
    readonly params: ReadonlyMap<string, string>;
}

/** The parents of these are about them alone: `const get = () => 1` is about the function. */
const transparentKinds: ReadonlySet<SyntaxKind> = new Set([
    SyntaxKind.ArrowFunction,
    SyntaxKind.FunctionExpression,
    SyntaxKind.ParenthesizedExpression,
    SyntaxKind.AsExpression,
    SyntaxKind.SatisfiesExpression,
    SyntaxKind.VariableDeclaration,
    SyntaxKind.VariableDeclarationList,
]);

const none: Description = {text: undefined, params: new Map()};

/** The description of what is declared here. Of a function that a variable or property holds, the variable's or property's. */
export function readDescription(view: ProgramView, declaration: NodeHandle | undefined): Description {
    if (declaration === undefined || !view.mayHaveJsDoc(declaration.path)) return none;
    const doc = findJsDoc(declaration.resolve());
    if (doc === undefined || !isJSDoc(doc)) return none;
    const params = (doc.tags ?? []).flatMap((tag): [string, string][] => {
        if (!isJSDocParameterTag(tag) || !isIdentifier(tag.name)) return [];
        const text = getTextOfJSDocComment(tag.comment)
            ?.replace(/^\s*-\s*/, '')
            .trim();
        return text ? [[tag.name.text, text]] : [];
    });
    return {text: getTextOfJSDocComment(doc.comment)?.trim() || undefined, params: new Map(params)};
}

/** The last comment before the declaration, or before the statement or property that is nothing but this declaration. */
function findJsDoc(node: Node | undefined): Node | undefined {
    for (let current = node; current !== undefined; current = current.parent) {
        const found = current.jsDoc?.at(-1);
        if (found !== undefined) return found;
        if (!transparentKinds.has(current.kind)) return undefined;
    }
    return undefined;
}
