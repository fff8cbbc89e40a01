import {isHandlerKey} from './definition-keys.ts';
import {about, isNamed, type ProgramView} from './program-view.ts';
import type {TreeContext, TreeItem} from './read-tree.ts';
import {SymbolFlags, type Type, type TypeScriptSymbol} from './typescript-api.ts';
import {withoutUndefined} from './without-undefined.ts';

/** What stands deeper in a tree is asked for when it is read. */
const maxDepth = 16;

type Item = Pick<TreeItem, 'type' | 'names' | 'optional' | 'variable'>;

/** Asks for what the reading of items asks, for all groups of the same depth at once. Not for groups that were read before. */
export function prefetchTree(context: TreeContext, roots: readonly Item[]): void {
    let items = roots;
    for (let depth = 0; items.length > 0 && depth < maxDepth; depth++) items = prefetchLevel(context, items);
}

/** Asks for what stands in items; answers what is in the groups among them. */
function prefetchLevel({view, recall}: TreeContext, items: readonly Item[]): readonly Item[] {
    const objects = items.filter(({type}) => type.isObjectType() && !isNamed(type));
    const types = objects.map(({type}) => type);
    view.askAll([], [about(view.callSignaturesOf, types)]);
    const possible = objects.filter(({type}) => view.callSignaturesOf(type).length === 0);
    view.askAll(possible.map((item) => () => recall(item)));
    const groups = possible.filter((item) => recall(item) === undefined);
    const groupTypes = groups.map(({type}) => type);
    view.askAll([], [about(view.propertiesOf, groupTypes), about(view.indexesOf, groupTypes)]);
    view.askAll(groupTypes.map((type) => () => view.typesOf(listRead(view, type))));
    view.askAll(groups.map((group) => () => listItems(view, group)));
    return groups.flatMap((group) => listItems(view, group));
}

function listItems(view: ProgramView, {type, names, optional}: Item): Item[] {
    const symbols = listRead(view, type);
    return view.typesOf(symbols).flatMap((property, index): Item[] => {
        const {name = '', flags = 0} = symbols[index] ?? {};
        if (property === undefined) return [];
        if (!(flags & SymbolFlags.Optional)) return [{type: property, names: [...names, name], optional}];
        return [{type: withoutUndefined(view, property), names: [...names, name], optional: true}];
    });
}

/** The properties that are read: of a definition its handler, of anything but a group none. */
function listRead(view: ProgramView, type: Type): readonly TypeScriptSymbol[] {
    if (view.indexesOf(type).length > 0) return [];
    const properties = view.propertiesOf(type);
    const handlers = properties.filter(({name}) => isHandlerKey(name));
    return handlers.length > 0 ? handlers : properties.filter(({escapedName}) => !escapedName.startsWith('__@'));
}
