import type {TypeModel} from '@mionkit/core';
import {applyConstraints, type Constraint} from '@mionkit/reflection/front-end';
import type {Place} from './place.ts';
import {readConstraints} from './read-constraints.ts';
import {type ReadContext, refuse} from './read-context.ts';
import {readObject} from './read-object.ts';
import {findTupleTarget} from './read-tuple.ts';
import {type IntersectionType, SymbolFlags, type Type, TypeFlags} from './typescript-api.ts';

/** The model of an intersection, its constraints put on what is left without them. */
export function readIntersection(context: ReadContext, type: IntersectionType, place: Place): TypeModel {
    const constraints: Constraint[] = [];
    const members = context.view.partsOf(type).filter((member) => {
        const found = readConstraints(context.view, member);
        constraints.push(...(found ?? []));
        return found === undefined;
    });
    const base = readMembers(context, type, members, place);
    if (constraints.length === 0) return base;
    const {model, problem} = applyConstraints(base, constraints);
    return model ?? refuse(context, place, problem);
}

/** A primitive with objects is a brand: the primitive. An instance can be branded as well. Anything else is the merged object. */
function readMembers(context: ReadContext, type: Type, members: readonly Type[], place: Place): TypeModel {
    const primitive = members.find((member) => member.flags & TypeFlags.Primitive);
    if (primitive !== undefined) return context.lookUp(context.readType(primitive, place));
    const [only = type, ...others] = members;
    if (others.length === 0) return context.readStructure(only, place);
    const instance = members.find((member) => isInstance(context, member));
    if (isImpossible(context, type)) return refuse(context, place, neverInside);
    if (instance === undefined) return readObject(context, type, place);
    if (members.every((member) => member === instance || isBrand(context, member))) return context.readStructure(instance, place);
    return refuse(context, place, 'is an instance with further properties, which would be lost. Send an object that holds both.');
}

/** Why types are refused that no value fits. */
export const neverInside = 'is `never`, which no value fits. Remove it from the type.';

/**
 * Whether a type is an intersection that no value fits, because its members contradict each other in a literal.
 *
 * TypeScript takes it for `never` wherever it is used, but lists it among the members of a union: `({k: 'a'} | {k: 'b'}) & ({k: 'a'; x: 1} | {k: 'b'; y: 2})`
 * has four. What tells it is that the properties of its members are not its own.
 */
export function isImpossible(context: ReadContext, type: Type): boolean {
    if (!type.isIntersectionType()) return false;
    const {view} = context;
    const members = view.partsOf(type);
    if (members.some((member) => member.flags & TypeFlags.Primitive || isInstance(context, member))) return false;
    return view.propertiesOf(type).length === 0 && members.some((member) => view.propertiesOf(member).length > 0);
}

function isInstance({view}: ReadContext, type: Type): boolean {
    if (findTupleTarget(type) !== undefined) return true;
    const symbol = view.namedSymbolOf(type);
    return symbol !== undefined && ((symbol.flags & SymbolFlags.Class) !== 0 || view.isBuiltIn(symbol));
}

/** Properties that exist in types only: their names are symbols, or begin with two underscores. */
function isBrand({view}: ReadContext, type: Type): boolean {
    return view.propertiesOf(type).every(({escapedName, name}) => escapedName.startsWith('__@') || name.startsWith('__'));
}
