import type {ReadContext} from './read-context.ts';
import {isPropertyAssignment, isShorthandPropertyAssignment, type Type, type TypeScriptSymbol} from './typescript-api.ts';

/** The text of a `headerName`; `undefined` where only the running program knows it. */
export function readHeaderName(context: ReadContext, property: TypeScriptSymbol): string | undefined {
    const [type] = context.view.typesOf([property]);
    return toText(type) ?? toText(findWrittenType(context, property));
}

/** `satisfies Routes` widens the property's own type to `string`, but not the type of what is written behind its name. */
function findWrittenType({view: {checker}}: ReadContext, {valueDeclaration}: TypeScriptSymbol): Type | undefined {
    const node = valueDeclaration?.resolve();
    if (node === undefined) return undefined;
    if (isPropertyAssignment(node)) return checker.getTypeAtLocation(node.initializer);
    const variable = isShorthandPropertyAssignment(node) ? checker.getShorthandAssignmentValueSymbol(node) : undefined;
    return variable && checker.getTypeOfSymbol(variable);
}

function toText(type: Type | undefined): string | undefined {
    return type?.isStringLiteralType() ? type.value : undefined;
}
