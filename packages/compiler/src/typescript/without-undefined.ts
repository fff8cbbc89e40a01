import type {ProgramView} from './program-view.ts';
import {type Type, TypeFlags} from './typescript-api.ts';

/** The type of an optional property as it is declared; the type itself where that is a union. */
export function withoutUndefined(view: ProgramView, type: Type): Type {
    const [only, ...others] = view.membersOf(type).filter((member) => !(member.flags & TypeFlags.Undefined));
    return only !== undefined && others.length === 0 ? only : type;
}
