import {isHeaderName, isMethodName, type MethodKind} from '@mionkit/core';
import type {Handler, HookOptions, RawHandler, RouteOptions} from './routes.ts';

/** A method as it stands in a tree, both spellings made one. */
export interface TreeMethod {
    readonly id: string;
    readonly kind: MethodKind;
    /** What stands in the tree: the function or the definition. Never changed. */
    readonly definition: object;
    readonly handler: Handler | RawHandler;
    readonly options: RouteOptions & HookOptions & {readonly headerName?: string};
    /** What stands before the name in the id: `users/`, and nothing on the root level. */
    readonly group: string;
    /** All methods of the tree, in the order of its keys: the order in which hooks and routes run. */
    readonly tree: readonly TreeMethod[];
}

/** What a tree holds, and everything that is wrong with it. */
export interface RoutesReading {
    readonly methods: TreeMethod[];
    readonly problems: string[];
}

type DefinitionKey = 'route' | 'hook' | 'rawHook';
type Definition = TreeMethod['options'] & Partial<Record<DefinitionKey, Handler | RawHandler>>;

const methodKeys = ['description', 'enableValidation', 'useValidation', 'enableSerialization', 'useSerialization'];
const hookKeys = [...methodKeys, 'runOnError', 'forceRunOnError'];
const optionsOf: Readonly<Record<DefinitionKey, readonly string[]>> = {
    route: ['readOnly', 'timeoutMs', ...methodKeys],
    hook: ['headerName', ...hookKeys],
    rawHook: hookKeys,
};

/** Reads the methods of a route tree, in the order of its keys. */
export function readRoutes(tree: object): RoutesReading {
    const reading: RoutesReading = {methods: [], problems: []};
    readGroup(reading, tree, '');
    return reading;
}

function readGroup(reading: RoutesReading, items: object, group: string): void {
    const {methods, problems} = reading;
    for (const [name, item] of Object.entries(items)) {
        // An optional property that is undefined is as good as absent.
        if (item === undefined) continue;
        const id = group + name;
        const key = findDefinitionKey(item);
        const problem = findProblem(name, item, key);
        if (problem !== undefined) problems.push(`'${id}' ${problem}.`);
        else if (key !== undefined || typeof item === 'function')
            methods.push(toTreeMethod(id, item, key, {group, tree: methods}));
        else readGroup(reading, item, `${id}/`);
    }
}

function findDefinitionKey(item: unknown): DefinitionKey | undefined {
    if (typeof item !== 'object' || item === null) return undefined;
    const definition: Definition = item;
    if (typeof definition.route === 'function') return 'route';
    if (typeof definition.hook === 'function') return 'hook';
    return typeof definition.rawHook === 'function' ? 'rawHook' : undefined;
}

function toTreeMethod(
    id: string,
    item: Handler | Definition,
    key: DefinitionKey | undefined,
    place: Pick<TreeMethod, 'group' | 'tree'>,
): TreeMethod {
    if (key === undefined) return {id, kind: 'route', definition: item, handler: item as Handler, options: {}, ...place};
    const options = item as Definition;
    const kind = key === 'hook' && options.headerName !== undefined ? 'headersHook' : key;
    return {id, kind, definition: item, handler: options[key] as Handler, options, ...place};
}

function findProblem(name: string, item: unknown, key: DefinitionKey | undefined): string | undefined {
    if (!isMethodName(name) || Object.hasOwn(optionsOf, name))
        return "can't be a name in a route tree: it is empty, `.`, `..`, an integer or a word like `then` or `route`, starts with `@`, or has one of `/?#`";
    if (key !== undefined) return findDefinitionProblem(item as Definition, key);
    if (typeof item === 'function' || (typeof item === 'object' && item !== null && !Array.isArray(item))) return undefined;
    return 'is neither a function, a definition nor a group of them';
}

function findDefinitionProblem(definition: Definition, key: DefinitionKey): string | undefined {
    const unknownKey = Object.keys(definition).find((name) => name !== key && !optionsOf[key].includes(name));
    if (unknownKey !== undefined) return `has the key \`${unknownKey}\`, which is not an option of a \`${key}\``;
    const {headerName}: {readonly headerName?: unknown} = definition;
    if (headerName === undefined || (typeof headerName === 'string' && isHeaderName(headerName))) return undefined;
    return 'has a `headerName` that is not the name of a header';
}
