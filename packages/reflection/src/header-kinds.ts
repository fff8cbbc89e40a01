import type {HeaderKind, TypeModel} from '@mionkit/core';

/** As which kinds of value a header's text is tried, the most special first. */
const order: readonly HeaderKind[] = ['boolean', 'number', 'string'];

/** As which kinds of value the header of a param is read; `undefined` for a type that a header can't carry. */
export function findHeaderKinds(model: TypeModel, lookUp: (model: TypeModel) => TypeModel): readonly HeaderKind[] | undefined {
    const members = listMembers(model, lookUp).filter((member) => member.kind !== 'undefined');
    const kinds = members.map(toHeaderKind);
    return kinds.includes(undefined) ? undefined : order.filter((kind) => kinds.includes(kind));
}

/** Whether a header can carry what a hook returns: text, numbers, booleans, and arrays of text. */
export function isHeaderResult(model: TypeModel, lookUp: (model: TypeModel) => TypeModel): boolean {
    return listMembers(model, lookUp).every((member) => {
        if (member.kind === 'array') return toHeaderKind(lookUp(member.items)) === 'string';
        return member.kind === 'undefined' || toHeaderKind(member) !== undefined;
    });
}

function listMembers(model: TypeModel, lookUp: (model: TypeModel) => TypeModel): readonly TypeModel[] {
    const found = lookUp(model);
    return found.kind === 'union' ? found.members.map(lookUp) : [found];
}

function toHeaderKind(model: TypeModel): HeaderKind | undefined {
    if (model.kind === 'template') return 'string';
    if (model.kind === 'literal') return typeof model.value as HeaderKind;
    return order.find((kind) => kind === model.kind);
}
