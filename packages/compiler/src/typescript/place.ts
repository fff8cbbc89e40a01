import type {NodeHandle} from './typescript-api.ts';

/** A place inside the type of a method, for messages. */
export interface Place {
    readonly methodId: string;
    /** From the param's name, or from `result`: `user.orders[].date`. Empty for the method itself. */
    readonly path: string;
    /** It is in what the method returns. */
    readonly isResult?: true | undefined;
    /** Where it is declared, if anywhere. */
    readonly declaration?: NodeHandle | undefined;
    readonly parent?: Place;
}

/** The place of what a method returns. */
export function placeOfResult(method: Place): Place {
    return {methodId: method.methodId, path: 'result', isResult: true, parent: method};
}

/** A place inside another one. */
export function placeInside(parent: Place, step: string, declaration?: NodeHandle): Place {
    const {methodId, path, isResult} = parent;
    return {methodId, path: path + step, isResult, declaration, parent};
}

/** The place of a property. */
export function placeOfProperty(parent: Place, name: string, declaration?: NodeHandle): Place {
    return placeInside(parent, /^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`, declaration);
}

/** The param or result that a place is in. */
export function rootOf(place: Place): Place {
    const {parent} = place;
    return parent === undefined || parent.path === '' ? place : rootOf(parent);
}

/** The place as the subject of a sentence. */
export function toSubject({methodId, path, isResult}: Place): string {
    if (methodId === '') return 'the tree';
    if (path === '') return `\`${methodId}\``;
    if (path === 'result' && isResult) return `${methodId}: the result`;
    return `${methodId}: ${isResult ? '' : 'parameter '}\`${path}\``;
}
