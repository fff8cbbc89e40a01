import type {NodeHandle} from './typescript-api.ts';

/** A place inside the type of a method, for messages. */
export interface Place {
    readonly methodId: string;
    /** From the param's name, or from `result`: `user.orders[].date`. Empty for the method itself. */
    readonly path: string;
    /** Where it is declared, if anywhere. */
    readonly declaration?: NodeHandle | undefined;
    readonly parent?: Place;
}

/** A place inside another one. */
export function placeInside(parent: Place, step: string, declaration?: NodeHandle): Place {
    return {methodId: parent.methodId, path: parent.path + step, declaration, parent};
}

/** The place of a property. */
export function placeOfProperty(parent: Place, name: string, declaration?: NodeHandle): Place {
    const step = /^[\w$]+$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
    return placeInside(parent, step, declaration);
}

/** The place as the subject of a sentence. */
export function toSubject({methodId, path}: Place): string {
    const prefix = methodId === '' ? '' : `${methodId}: `;
    if (path === '') return methodId === '' ? 'the tree' : `\`${methodId}\``;
    if (path === 'result') return `${prefix}the result`;
    return path.startsWith('result') ? `${prefix}the result's \`${path}\`` : `${prefix}parameter \`${path}\``;
}
