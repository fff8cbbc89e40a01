/** A place inside the types of a handler, for messages. */
export interface DeepkitPlace {
    readonly methodId: string;
    /** From the param's name, or from `result`: `user.orders[].date`. Empty for the method itself. */
    readonly path: string;
    readonly isResult?: true;
}

/** The place of a method as a whole. */
export function placeOfMethod(methodId: string): DeepkitPlace {
    return {methodId, path: ''};
}

/** The place of a method's param. */
export function placeOfParam(methodId: string, name: string): DeepkitPlace {
    return {methodId, path: name};
}

/** The place of what a method returns. */
export function placeOfResult(methodId: string): DeepkitPlace {
    return {methodId, path: 'result', isResult: true};
}

/** A place inside another one. */
export function placeInside(parent: DeepkitPlace, step: string): DeepkitPlace {
    return {...parent, path: parent.path + step};
}

/** The place of a property. */
export function placeOfProperty(parent: DeepkitPlace, name: string): DeepkitPlace {
    return placeInside(parent, /^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`);
}

/** The place as the subject of a sentence. */
export function toSubject({methodId, path, isResult}: DeepkitPlace): string {
    if (path === '') return `\`${methodId}\``;
    if (path === 'result' && isResult) return `${methodId}: the result`;
    return `${methodId}: ${isResult ? '' : 'parameter '}\`${path}\``;
}
