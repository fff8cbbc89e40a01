import type {ProgramView} from './program-view.ts';
import {ObjectFlags, SymbolFlags, type Type, TypeFlags, type TypeScriptSymbol} from './typescript-api.ts';

/** Why a type can be no group of a route tree, to be put behind its name; `undefined` when it can. */
export function describeTree(view: ProgramView, type: Type): string | undefined {
    const {checker} = view;
    if (type.isTypeParameter()) {
        return `has the type parameter \`${checker.typeToString(type)}\` for a type, so what it registers is unknown. Call the function where the tree is written, not in a generic helper.`;
    }
    if (type.flags & TypeFlags.Any)
        return 'is `any`, so what it registers is unknown. Give it a type, or let TypeScript infer it.';
    if (type.isUnionType()) {
        return `can be one of several things (\`${checker.typeToString(type)}\`), and only one can be compiled. Write the condition inside a handler, or spread what is optional into the tree.`;
    }
    if (type.isIntersectionType()) return describeMembers(view, type);
    if (!type.isObjectType()) {
        return `is \`${checker.typeToString(type)}\`. A route tree holds functions, definitions with a \`route\`, \`hook\` or \`rawHook\`, and groups of these.`;
    }
    return describeInstance(view, type, type.objectFlags) ?? describeMembers(view, type);
}

function describeInstance(view: ProgramView, type: Type, objectFlags: ObjectFlags): string | undefined {
    const {checker, isBuiltIn, symbolOf} = view;
    if (!(objectFlags & (ObjectFlags.ClassOrInterface | ObjectFlags.Reference))) return undefined;
    const symbol = symbolOf(type);
    if (symbol !== undefined && !(symbol.flags & SymbolFlags.Class) && !isBuiltIn(symbol))
        return describeInterface(view, type, symbol);
    return `is an instance of \`${checker.typeToString(type)}\`. A group of a route tree is a plain object.`;
}

/** TypeScript refuses it as well, for an index signature that is missing. */
function describeInterface({indexesOf}: ProgramView, type: Type, {name, flags}: TypeScriptSymbol): string | undefined {
    if (!(flags & SymbolFlags.Interface) || indexesOf(type).length > 0) return undefined;
    return `is declared by the interface \`${name}\`, and an interface can't be a group of a route tree. Write \`type ${name} = {…}\`.`;
}

function describeMembers({indexesOf, isDeclaredIn, symbolOf}: ProgramView, type: Type): string | undefined {
    if (indexesOf(type).length === 0) return undefined;
    const symbol = symbolOf(type);
    if (symbol !== undefined && isDeclaredIn(symbol, '@mionkit/router')) {
        return "is annotated with mion's own type, so the types of its functions are lost. Write `satisfies Routes` behind the tree instead of `: Routes`.";
    }
    return 'has an index signature, so what it registers is unknown. Write `satisfies Routes` behind the tree instead of annotating it.';
}
