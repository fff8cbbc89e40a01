import {isHeaderName, isMethodName, type MethodKind} from '@mionkit/core';
import type {Handler, HookOptions, RawHandler, RouteOptions} from './routes.ts';

/** A method as it stands in a tree, both spellings made one. */
export interface TreeMethod {
    readonly id: string;
    readonly kind: MethodKind;
    /** What stands in the tree: the function or the definition. Never changed. */
    readonly definition: object;
    readonly handler: Handler | RawHandler;
    readonly options: MethodOptions;
    /** What stands before the name in the id: `users/`, and nothing on the root level. */
    readonly group: string;
    /** All methods of the tree, in the order of its keys: the order in which hooks and routes run. */
    readonly tree: readonly TreeMethod[];
}

type MethodOptions = RouteOptions & HookOptions & {readonly headerName?: string};

/** What a tree holds, and everything that is wrong with it. */
export interface RoutesReading {
    readonly methods: TreeMethod[];
    readonly problems: string[];
}

type DefinitionKey = 'route' | 'hook' | 'rawHook';
type Definition = MethodOptions & Partial<Record<DefinitionKey, Handler | RawHandler>>;

const definitionKeys: readonly DefinitionKey[] = ['route', 'hook', 'rawHook'];
const noOptions: MethodOptions = {};

/** Reads the methods of a route tree, in the order of its keys. */
export function readRoutes(tree: object): RoutesReading {
    const reading: RoutesReading = {methods: [], problems: []};
    readGroup(reading, tree, '');
    return reading;
}

function readGroup(reading: RoutesReading, items: object, group: string): void {
    const tree = reading.methods;
    for (const [name, item] of Object.entries(items)) {
        // An optional property that is undefined is as good as absent.
        if (item === undefined) continue;
        const id = group + name;
        if (!isMethodName(name) || (definitionKeys as readonly string[]).includes(name))
            reading.problems.push(
                `'${id}' can't be a name in a route tree: it is empty, \`.\`, \`..\`, an integer or a word like \`then\` or \`route\`, starts with \`@\`, or has one of \`/?#\`.`,
            );
        else if (typeof item === 'function')
            tree.push({id, kind: 'route', definition: item, handler: item, options: noOptions, group, tree});
        else readItem(reading, item, {id, group});
    }
}

/** Reads what is no function: a definition or a group. */
function readItem(reading: RoutesReading, item: unknown, {id, group}: Pick<TreeMethod, 'id' | 'group'>): void {
    const {methods: tree, problems} = reading;
    if (typeof item !== 'object' || item === null || Array.isArray(item)) {
        problems.push(`'${id}' is neither a function, a definition nor a group of them.`);
        return;
    }
    const definition: Definition = item;
    const key = definitionKeys.find((each) => typeof definition[each] === 'function');
    if (key === undefined) {
        readGroup(reading, item, `${id}/`);
        return;
    }
    const problem = findProblem(definition, key);
    if (problem !== undefined) problems.push(`'${id}' has ${problem}.`);
    const kind = key === 'hook' && definition.headerName !== undefined ? 'headersHook' : key;
    tree.push({id, kind, definition, handler: definition[key] as Handler, options: definition, group, tree});
}

const methodKeys = ['description', 'enableValidation', 'useValidation', 'enableSerialization', 'useSerialization'];
const ownKeys: Readonly<Record<DefinitionKey, readonly string[]>> = {
    route: ['readOnly', 'timeoutMs'],
    hook: ['headerName', 'runOnError', 'forceRunOnError'],
    rawHook: ['runOnError', 'forceRunOnError'],
};

function findProblem(definition: Definition, key: DefinitionKey): string | undefined {
    const isOption = (name: string) => name === key || methodKeys.includes(name) || ownKeys[key].includes(name);
    const unknownKey = Object.keys(definition).find((name) => !isOption(name));
    if (unknownKey !== undefined) return `the key \`${unknownKey}\`, which is not an option of a \`${key}\``;
    const {headerName}: {readonly headerName?: unknown} = definition;
    if (headerName === undefined || (typeof headerName === 'string' && isHeaderName(headerName))) return undefined;
    return 'a `headerName` that is not the name of a header';
}
