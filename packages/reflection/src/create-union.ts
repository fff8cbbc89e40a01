import type {TypeModel, UnionModel} from '@mionkit/core';

/**
 * The union of some types: nested unions opened, equal members and literals that their primitive includes dropped.
 *
 * One remaining member is that member itself. Order and tags are decided by `completeModels`, which sees all definitions.
 */
export function createUnion(members: readonly TypeModel[]): TypeModel {
    const created = createFrom(members);
    if (created.kind === 'union') normalUnions.add(created);
    return created;
}

const normalUnions = new WeakSet<UnionModel>();

/** What `createUnion` makes of a union's members: the union itself where it was made so. */
export function normalizeUnion(union: UnionModel): TypeModel {
    return normalUnions.has(union) ? union : createUnion(union.members);
}

function createFrom(members: readonly TypeModel[]): TypeModel {
    const [first] = members;
    if (first !== undefined && members.length === 1 && first.kind !== 'union') return first;
    const distinct = new Map<string, TypeModel>();
    for (const member of members) addMembers(distinct, member);
    const merged = mergeBooleans([...distinct.values()]);
    if (merged.some((member) => member.kind === 'unknown')) return {kind: 'unknown'};
    const primitives = merged.filter((member) => Object.keys(member).length === 1);
    const kept = merged.filter((member) => !primitives.some((primitive) => includes(primitive, member)));
    const [only] = kept;
    return only !== undefined && kept.length === 1 ? only : {kind: 'union', members: kept};
}

function addMembers(distinct: Map<string, TypeModel>, model: TypeModel): void {
    if (model.kind === 'union') for (const member of model.members) addMembers(distinct, member);
    else distinct.set(JSON.stringify(model), model);
}

/** TypeScript has `boolean` as the union of its literals. */
function mergeBooleans(members: readonly TypeModel[]): readonly TypeModel[] {
    const isBoolean = (model: TypeModel) => model.kind === 'literal' && typeof model.value === 'boolean';
    return members.filter(isBoolean).length < 2 ? members : [...members.filter((model) => !isBoolean(model)), {kind: 'boolean'}];
}

/** Whether a primitive without constraints includes a literal or template. */
function includes(primitive: TypeModel, member: TypeModel): boolean {
    if (member.kind === 'template') return primitive.kind === 'string';
    return member.kind === 'literal' && primitive.kind === typeof member.value;
}
