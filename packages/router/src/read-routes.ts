import {getNameProblem, type MethodKind, toMethodId} from '@mionkit/core';
import type {Handler, HookOptions, RawHandler, RouteOptions} from './routes.ts';

/** One level of a registered tree, as far as the plans of its routes depend on it. */
export interface Level {
    /** The level that this one is a group of. */
    readonly parent: Level | undefined;
    /** Where the group stands among the keys of its parent. */
    readonly position: number;
    /** The hooks of this level, with where each stands among its keys. */
    readonly hooks: {readonly id: string; readonly position: number}[];
}

/** A method as it stands in a tree, both spellings made one. */
export interface TreeMethod {
    readonly id: string;
    readonly kind: MethodKind;
    /** What stands in the tree: the function or the definition. Never changed. */
    readonly definition: object;
    readonly handler: Handler | RawHandler;
    readonly options: RouteOptions & HookOptions & {readonly headerName?: string};
    readonly level: Level;
    /** Where the method stands among the keys of its level. */
    readonly position: number;
}

/** What a tree holds, and everything that is wrong with it. */
export interface RoutesReading {
    readonly methods: TreeMethod[];
    readonly problems: string[];
}

type DefinitionKey = 'route' | 'hook' | 'rawHook';

const methodKeys = ['description', 'enableValidation', 'useValidation', 'enableSerialization', 'useSerialization'];
const hookKeys = [...methodKeys, 'runOnError', 'forceRunOnError'];
const keysOf: Readonly<Record<DefinitionKey, readonly string[]>> = {
    route: ['route', 'readOnly', 'timeoutMs', ...methodKeys],
    hook: ['hook', 'headerName', ...hookKeys],
    rawHook: ['rawHook', ...hookKeys],
};

/** Reads the methods of a route tree, in the order of its keys. */
export function readRoutes(tree: object): RoutesReading {
    const reading: RoutesReading = {methods: [], problems: []};
    readLevel(reading, tree, [], {parent: undefined, position: 0, hooks: []});
    return reading;
}

function readLevel(reading: RoutesReading, group: object, names: readonly string[], level: Level): void {
    for (const [position, [name, item]] of Object.entries(group).entries()) {
        // An optional property that is undefined is as good as absent.
        if (item === undefined) continue;
        const path = [...names, name];
        const problem = findItemProblem(name, item);
        if (problem !== undefined) reading.problems.push(`'${toMethodId(path)}' ${problem}.`);
        else readItem(reading, item, path, level, position);
    }
}

function readItem(reading: RoutesReading, item: object, names: readonly string[], level: Level, position: number): void {
    const key = findDefinitionKey(item);
    if (key === undefined && typeof item !== 'function') {
        readLevel(reading, item, names, {parent: level, position, hooks: []});
        return;
    }
    const method = toTreeMethod(item, key, toMethodId(names), level, position);
    reading.methods.push(method);
    if (method.kind !== 'route') level.hooks.push({id: method.id, position});
}

function toTreeMethod(item: object, key: DefinitionKey | undefined, id: string, level: Level, position: number): TreeMethod {
    const options = (key === undefined ? {} : item) as TreeMethod['options'] &
        Partial<Record<DefinitionKey, Handler | RawHandler>>;
    const handler = (key === undefined ? item : options[key]) as Handler | RawHandler;
    return {id, kind: toKind(key, options), definition: item, handler, options, level, position};
}

function toKind(key: DefinitionKey | undefined, options: TreeMethod['options']): MethodKind {
    if (key === undefined || key === 'route') return 'route';
    return key === 'hook' && options.headerName !== undefined ? 'headersHook' : key;
}

function findItemProblem(name: string, item: unknown): string | undefined {
    const nameProblem = getNameProblem(name);
    if (nameProblem !== undefined) return `can't be a name in a route tree: it ${nameProblem}`;
    if (Object.hasOwn(keysOf, name))
        return `can't be a name in a route tree: an object with a function \`${name}\` is a definition`;
    if (typeof item === 'function') return undefined;
    if (typeof item !== 'object' || item === null || Array.isArray(item))
        return 'is neither a function, a definition nor a group of them';
    const key = findDefinitionKey(item);
    return key && findDefinitionProblem(key, item);
}

function findDefinitionProblem(key: DefinitionKey, definition: object): string | undefined {
    const unknownKey = Object.keys(definition).find((name) => !keysOf[key].includes(name));
    if (unknownKey !== undefined)
        return `has the key \`${unknownKey}\`, which is not an option of a \`${key}\`. Its options are ${list(keysOf[key].slice(1))}`;
    const {headerName} = definition as {headerName?: unknown};
    if (headerName !== undefined && (typeof headerName !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(headerName)))
        return 'has a `headerName` that is not the name of a header';
    return undefined;
}

function findDefinitionKey(item: object): DefinitionKey | undefined {
    if (typeof item === 'function') return undefined;
    const definition = item as Partial<Record<DefinitionKey, unknown>>;
    if (typeof definition.route === 'function') return 'route';
    if (typeof definition.hook === 'function') return 'hook';
    return typeof definition.rawHook === 'function' ? 'rawHook' : undefined;
}

function list(names: readonly string[]): string {
    return names.map((name) => `\`${name}\``).join(', ');
}
