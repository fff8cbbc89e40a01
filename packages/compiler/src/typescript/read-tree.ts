import {getNameProblem, type MethodKind, toMethodId} from '@mionkit/core';
import type {MethodSource} from '@mionkit/reflection/generator';
import {type DefinitionKeys, type HandlerKey, isHandlerKey} from './definition-keys.ts';
import {describeTree} from './describe-tree.ts';
import type {TreeProperty, UsedVariable} from './find-tree-properties.ts';
import type {Group} from './group-memory.ts';
import type {Place} from './place.ts';
import {prefetchTree} from './prefetch-tree.ts';
import type {ProgramView} from './program-view.ts';
import type {ReadContext} from './read-context.ts';
import {type Expression, type Signature, SymbolFlags, SyntaxKind, type Type, type TypeScriptSymbol} from './typescript-api.ts';
import {withoutUndefined} from './without-undefined.ts';

/** A function that stands in a tree. */
export interface TreeHandler {
    readonly id: string;
    readonly kind: MethodKind;
    readonly signature: Signature;
    /** The property, or a group that it is in, is optional in the tree's type. */
    readonly optional: boolean;
    /** The property `headerName` of a header hook. */
    readonly headerName?: TypeScriptSymbol | undefined;
    readonly place: Place;
}

/** The tree, or something in it. */
export interface TreeItem {
    readonly names: readonly string[];
    readonly type: Type;
    readonly optional: boolean;
    readonly place: Place;
    /** The variable that it is the value of, if that is known. */
    readonly variable?: UsedVariable | undefined;
}

/** A function that stands in a tree; or a method that was read from it before. */
export type TreeEntry = TreeHandler | MethodSource;

/** What the reader of a tree knows beside the type. */
export interface TreeContext extends ReadContext {
    /** Asked for where the tree has a definition. */
    readonly getDefinitionKeys: () => DefinitionKeys;
    /** The methods of a group that was read before and can't have changed. */
    readonly recall: (group: Omit<Group, 'functionName'>) => readonly MethodSource[] | undefined;
}

/** What stands in a tree, in the order of its properties. */
export function readTree(context: TreeContext, tree: Expression): TreeEntry[] {
    const {treePropertiesOf, typeAt} = context.view;
    const properties = treePropertiesOf(tree);
    if (properties !== undefined) return readProperties(context, properties);
    const type = typeAt(tree);
    if (type === undefined) {
        context.problems.addUnresolved(root.place);
        return [];
    }
    prefetchTree(context, [{...root, type}]);
    return readGroup(context, {...root, type});
}

const root = {names: [], optional: false, place: {methodId: '', path: ''}};

/** What stands in the properties of a tree. The types of those that were read before are not asked for. */
function readProperties(context: TreeContext, properties: readonly TreeProperty[]): TreeEntry[] {
    const {typesOf} = context.view;
    const known = properties.map(({symbol: {name}, variable}) => context.recall({names: [name], optional: false, variable}));
    typesOf(properties.flatMap(({symbol}, index) => (known[index] === undefined ? symbol : [])));
    const items = properties.map(({symbol, variable}, index) => {
        context.addDeclarations(symbol.declarations);
        const [type] = known[index] === undefined ? typesOf([symbol]) : [];
        return type && {...toItem(context, root, symbol, type), variable};
    });
    prefetchTree(
        context,
        items.filter((item) => item !== undefined),
    );
    return items.flatMap((item, index) => (item === undefined ? (known[index] ?? []) : readItem(context, item)));
}

/** Whether an entry is still to be read. */
export function isHandler(entry: TreeEntry): entry is TreeHandler {
    return 'signature' in entry;
}

function readGroup(context: TreeContext, group: TreeItem): TreeEntry[] {
    if (group.type.isErrorType()) {
        context.problems.addUnresolved(group.place);
        return [];
    }
    const problem = describeTree(context.view, group.type);
    if (problem === undefined) return listItems(context, group).flatMap((item) => readItem(context, item));
    context.problems.add(group.place, problem);
    return [];
}

function listItems(context: TreeContext, group: TreeItem): TreeItem[] {
    return listProperties(context, group.type).map(([symbol, type]) => toItem(context, group, symbol, type));
}

function toItem(context: TreeContext, parent: Omit<TreeItem, 'type'>, symbol: TypeScriptSymbol, type: Type): TreeItem {
    const names = [...parent.names, symbol.name];
    const methodId = toMethodId(names) || "''";
    const place: Place = {methodId, path: '', declaration: symbol.valueDeclaration, parent: parent.place};
    if (!(symbol.flags & SymbolFlags.Optional)) return {names, type, optional: parent.optional, place};
    return {names, type: withoutUndefined(context.view, type), optional: true, place};
}

function listProperties(context: TreeContext, type: Type): [TypeScriptSymbol, Type][] {
    const {typesOf, propertiesOf} = context.view;
    const symbols = propertiesOf(type).filter(({escapedName}) => !escapedName.startsWith('__@'));
    const types = typesOf(symbols);
    return symbols.flatMap((symbol, index): [TypeScriptSymbol, Type][] => {
        context.addDeclarations(symbol.declarations);
        const propertyType = types[index];
        return propertyType === undefined ? [] : [[symbol, propertyType]];
    });
}

function readItem(context: TreeContext, item: TreeItem): readonly TreeEntry[] {
    const {names, type, place} = item;
    const name = names.at(-1) ?? '';
    const problem = getNameProblem(name) ?? (isHandlerKey(name) ? 'is what makes an object a definition' : undefined);
    if (problem !== undefined) context.problems.add(place, `can't be a name in a route tree: it ${problem}. Rename it.`);
    if (type.isUnionType()) return readGroup(context, item);
    const signatures = context.view.callSignaturesOf(type);
    if (signatures.length > 0) return readHandler(context, 'route', signatures, item);
    const known = problem === undefined ? context.recall(item) : undefined;
    if (known !== undefined) return known;
    if (!type.isObjectType() && !type.isIntersectionType()) return readGroup(context, item);
    return readDefinition(context, item) ?? readGroup(context, item);
}

/** The handler of an object with a function `route`, `hook` or `rawHook`; `undefined` for any other object. */
function readDefinition(context: TreeContext, item: TreeItem): TreeHandler[] | undefined {
    const properties = context.view.propertiesOf(item.type);
    const [handler, other] = listFunctions(context.view, properties);
    if (handler === undefined) return undefined;
    if (other !== undefined)
        context.problems.add(item.place, `has both a \`${handler.key}\` and a \`${other.key}\`. Keep one of them.`);
    checkOptions(context, handler.key, properties, item.place);
    const headerName = handler.key === 'hook' ? findHeaderName(properties) : undefined;
    const kind = headerName === undefined ? handler.key : 'headersHook';
    return readHandler(context, kind, handler.signatures, item).map((found) => ({...found, headerName}));
}

/** The functions among a definition's properties, with the keys that make it a definition. */
function listFunctions({typesOf, callSignaturesOf}: ProgramView, properties: readonly TypeScriptSymbol[]): DefinitionFunction[] {
    const handlers = properties.filter(({name}) => isHandlerKey(name));
    const types = typesOf(handlers);
    return handlers.flatMap(({name: key}, index) => {
        const type = types[index];
        const signatures = type === undefined || type.isUnionType() ? [] : callSignaturesOf(type);
        return isHandlerKey(key) && signatures.length > 0 ? [{key, signatures}] : [];
    });
}

interface DefinitionFunction {
    readonly key: HandlerKey;
    readonly signatures: readonly Signature[];
}

function checkOptions(context: TreeContext, key: HandlerKey, properties: readonly TypeScriptSymbol[], parent: Place): void {
    const allowed = context.getDefinitionKeys().get(key);
    if (allowed === undefined) return;
    const options = [...allowed].filter((name) => name !== key).map((name) => `\`${name}\``);
    for (const {name, valueDeclaration} of properties) {
        if (allowed.has(name) || isHandlerKey(name)) continue;
        const place: Place = {methodId: parent.methodId, path: '', declaration: valueDeclaration, parent};
        context.problems.add(
            place,
            `has the key \`${name}\`, which is not an option of a \`${key}\`. Its options are ${options.join(', ')}.`,
        );
    }
}

function findHeaderName(properties: readonly TypeScriptSymbol[]): TypeScriptSymbol | undefined {
    return properties.find(({name, flags}) => name === 'headerName' && !(flags & SymbolFlags.Optional));
}

function readHandler(context: TreeContext, kind: MethodKind, signatures: readonly Signature[], item: TreeItem): TreeHandler[] {
    const {names, optional, place} = item;
    const [signature, overload] = signatures;
    if (signature === undefined) return [];
    context.addDeclarations(signature.declaration === undefined ? [] : [signature.declaration]);
    const problem = overload === undefined ? describeSignature(context.view, kind, signature) : overloaded;
    if (problem === undefined) return [{id: toMethodId(names), kind, signature, optional, place}];
    context.problems.add(place, problem);
    return [];
}

const overloaded = 'has overloads, and a client could not know which one it calls. Write one signature, or a route for each.';

function describeSignature(view: ProgramView, kind: MethodKind, signature: Signature): string | undefined {
    const {typeParameters = [], declaration} = signature;
    if (kind === 'rawHook') return undefined;
    if (typeParameters.length > 0) return "is generic, so its params can't be validated. Write concrete types.";
    const isRouters = declaration?.kind === SyntaxKind.FunctionType && view.packageOf(declaration.path) === '@mionkit/router';
    // `(ctx, ...params: never[]) => unknown`. The router's own tests write function types as well.
    return isRouters && view.parametersOf(signature).length === 2 ? ownType : undefined;
}

/** TypeScript takes a helper's constraint for the type of a function that the helper refuses. */
const ownType =
    "has mion's own type `Handler` instead of its function's, so its params are unknown. Remove the annotation; in `route(…)` or `hook(…)`, let the first param be the call context: `(ctx, name: string) => …`.";
