import {deepkitOperations} from './deepkit-operations.ts';
import {isSameType, ReflectionKind, type Type, type TypeObjectLiteral, validationAnnotation} from './from-deepkit.ts';

/** Why the type that an operation is about to make would not be TypeScript's: a sentence; `undefined` when it will be. */
export function describeCombination(operation: number, types: readonly Type[]): string | undefined {
    const name = deepkitOperations[operation];
    if (name === 'union') return describeUnion(types);
    return name === 'intersection' ? describeIntersection(types) : undefined;
}

/** Of members that look the same to Deepkit it keeps one. */
function describeUnion(types: readonly Type[]): string | undefined {
    const members = types.flatMap(listMembers);
    const pairs = members.flatMap((first, index) => members.slice(index + 1).map((second) => [first, second] as const));
    if (pairs.some(([first, second]) => haveSameTemplate(first, second))) {
        return 'has a union with the same template literal in two members, and Deepkit never ends comparing these. Write `string` in one of them.';
    }
    if (pairs.every(([first, second]) => isToldApart(first, second))) return undefined;
    return 'has a union of members that Deepkit takes for the same, and drops all but one of: `Set<string> | Set<number>`, or types that contain each other. Give them a property whose literals differ.';
}

function listMembers(type: Type): readonly Type[] {
    return type.kind === ReflectionKind.union ? type.types.flatMap(listMembers) : [type];
}

function isToldApart(first: Type, second: Type): boolean {
    if (first === second || !isSameType(first, second)) return true;
    return isPlain(first) && isPlain(second);
}

/** Whether nothing is lost when one of two equal types is dropped. A type that is still being made is `unknown`. */
function isPlain(type: Type): boolean {
    if (type.kind === ReflectionKind.unknown) return false;
    if (type.kind === ReflectionKind.number) return type.brand === undefined;
    if (type.kind === ReflectionKind.class) return type.arguments === undefined && type.typeArguments === undefined;
    return !('types' in type || 'type' in type);
}

function haveSameTemplate(first: Type, second: Type): boolean {
    if (first === second) return false;
    const texts = new Set(listTemplates(first));
    return texts.size > 0 && listTemplates(second).some((text) => texts.has(text));
}

/** The template literals in a type, as texts. */
function listTemplates(root: Type): string[] {
    const seen = new Set<object>();
    const texts: string[] = [];
    const types: Type[] = [root];
    for (let type = types.pop(); type !== undefined; type = types.pop()) {
        if (seen.has(type)) continue;
        seen.add(type);
        if (type.kind === ReflectionKind.templateLiteral) texts.push(toTemplateText(type.types));
        else types.push(...listParts(type));
    }
    return texts;
}

function listParts(type: Type): readonly Type[] {
    const types = 'types' in type ? type.types : [];
    return 'type' in type ? [...types, type.type] : types;
}

function toTemplateText(parts: readonly Type[]): string {
    return parts.map((part) => (part.kind === ReflectionKind.literal ? `"${String(part.literal)}"` : part.kind)).join();
}

const unlike = 'which Deepkit does not make as TypeScript does.';

function describeIntersection(types: readonly Type[]): string | undefined {
    const operands = types.filter((type) => !isAnnotation(type));
    const annotated = operands.filter((type) => validationAnnotation.getAnnotations(type).length > 0);
    if (annotated.length > 0 && types.length > operands.length) {
        return `adds a constraint to a type that has constraints already, ${unlike} Write all of them in one intersection.`;
    }
    return operands.length < 2 ? undefined : describeOperands(operands);
}

/** Constraints, like all annotations of Deepkit, are objects with one optional property. */
function isAnnotation(type: Type): boolean {
    return (
        type.kind === ReflectionKind.objectLiteral && type.types.some((member) => 'name' in member && member.name === '__meta')
    );
}

function describeOperands(operands: readonly Type[]): string | undefined {
    const members = operands.map(listMembers);
    const all = members.flat();
    // With `{}`, which is how `NonNullable` is made, only classes go wrong.
    if (operands.filter((type) => !isEmpty(type)).length < 2 && all.every(({kind}) => !unfit.has(kind))) return undefined;
    if (!all.every((type) => isObject(type) || isPrimitive(type))) {
        return `has an intersection of something else than plain objects and primitives, ${unlike} Write out the type that it stands for.`;
    }
    if (operands.filter((_, index) => members[index]?.some(isPrimitive)).length > 1) {
        return `has an intersection of primitives, ${unlike} Write the one that it stands for.`;
    }
    if (all.some(isPrimitive)) return undefined;
    const names = members.flatMap((each) => [...new Set(each.filter(isObject).flatMap(listNames))]);
    if (new Set(names).size === names.length) return undefined;
    return `has an intersection of objects that declare the same property or an index signature, ${unlike} Declare each property once, in one interface.`;
}

/** Classes, and types that are still being made. */
const unfit: ReadonlySet<ReflectionKind> = new Set([ReflectionKind.class, ReflectionKind.unknown]);

function isEmpty(type: Type): boolean {
    return isObject(type) && type.types.length === 0;
}

const primitives = ['string', 'number', 'boolean', 'bigint', 'null', 'undefined', 'literal', 'templateLiteral', 'enum'] as const;

function isPrimitive(type: Type): boolean {
    return primitives.some((name) => type.kind === ReflectionKind[name]);
}

function isObject(type: Type): type is TypeObjectLiteral {
    return type.kind === ReflectionKind.objectLiteral;
}

/** An index signature counts as a name that all objects have. */
function listNames({types}: TypeObjectLiteral): string[] {
    return types.map((member) => ('name' in member ? String(member.name) : ''));
}
