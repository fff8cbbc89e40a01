import type {Constraint} from '@mionkit/reflection/front-end';
import type {ProgramView} from './program-view.ts';
import {type Type, TypeFlags, type TypeScriptSymbol} from './typescript-api.ts';

/** The constraints that a member of an intersection stands for; `undefined` when it is something else. */
export function readConstraints(view: ProgramView, type: Type): readonly Constraint[] | undefined {
    if (!type.isObjectType()) return undefined;
    const symbols = view.propertiesOf(type);
    if (symbols.length === 0 || !symbols.every((symbol) => isConstraint(view, symbol))) return undefined;
    return symbols.map((symbol) => ({name: toName(symbol), value: readValue(view, symbol)}));
}

/** Whether a property is the tag of one of mion's constraint types. */
export function isConstraint(view: ProgramView, symbol: TypeScriptSymbol): boolean {
    return symbol.escapedName.startsWith('__@') && view.isDeclaredIn(symbol, '@mionkit/core');
}

/** TypeScript calls a property whose name is a unique symbol `__@name@id`. */
function toName({escapedName}: TypeScriptSymbol): string {
    return /^__@(.+)@\d+$/.exec(escapedName)?.[1] ?? escapedName;
}

/** The value is the type argument of the tag. */
function readValue({typesOf, membersOf, argumentsOf}: ProgramView, symbol: TypeScriptSymbol): Constraint['value'] {
    const [type] = typesOf([symbol]);
    const tag = type && membersOf(type).find((member) => !(member.flags & TypeFlags.Undefined));
    const [argument] = tag === undefined ? [] : argumentsOf(tag);
    return argument?.isLiteralType() ? argument.value : undefined;
}
