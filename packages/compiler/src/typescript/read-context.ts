import type {TypeModel} from '@mionkit/core';
import type {Place} from './place.ts';
import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import type {Type} from './typescript-api.ts';

/** What the readers of types share while they read one call. */
export interface ReadContext {
    readonly view: ProgramView;
    readonly problems: ProblemList;
    /** The model of a type. Types that may contain themselves come as references to the pool. */
    readType(type: Type, place: Place): TypeModel;
    /** The model of a type with parts, as its own copy and no reference. */
    readStructure(type: Type, place: Place): TypeModel;
    /** The model of a union of these types, unions among them flattened. */
    readUnionOf(types: readonly Type[], place: Place): TypeModel;
    /** The model that a reference to the pool stands for; any other model itself. */
    readonly lookUp: (model: TypeModel) => TypeModel;
    /** Remembers that a declaration contributes to the call's types. */
    addDeclarations(declarations: readonly {readonly path: string}[]): void;
}

/** What stands in the place of a type that was reported as a problem. The file does not compile, so nobody sees it. */
export const placeholder: TypeModel = {kind: 'unknown'};

/** Reports a problem; answers the placeholder. */
export function refuse(context: ReadContext, place: Place, problem: string): TypeModel {
    context.problems.add(place, problem);
    return placeholder;
}

/** Reports a type that TypeScript could not resolve; answers the placeholder. */
export function refuseUnresolved(context: ReadContext, place: Place): TypeModel {
    context.problems.addUnresolved(place);
    return placeholder;
}
