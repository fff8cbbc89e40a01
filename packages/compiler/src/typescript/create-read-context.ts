import type {TypeModel} from '@mionkit/core';
import type {TypePool} from '../settle-models.ts';
import {type Place, rootOf} from './place.ts';
import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import {placeholder, type ReadContext, refuse} from './read-context.ts';
import {findTypeName} from './read-object.ts';
import {readSimpleType} from './read-simple-type.ts';
import {readStructure} from './read-type.ts';
import {readUnionOf} from './read-union.ts';
import type {Type} from './typescript-api.ts';

/** How many types may stand inside each other. More are taken for a type that never ends. */
const maxDepth = 256;

/** What the readers of one call share. Fills `pool` with the models that they refer to. */
export function createReadContext(view: ProgramView, problems: ProblemList, pool: TypePool, files: Set<string>): ReadContext {
    const context: ReadContext = {
        view,
        problems,
        readType: (type, place) => readSimpleType(type) ?? readPooled(type, place),
        readStructure: (type, place) => readStructure(context, type, place),
        readUnionOf: (types, place) => readUnionOf(context, types, place),
        lookUp: (model) => (model.kind === 'ref' ? (pool.get(model.name)?.model ?? placeholder) : model),
        addDeclarations(declarations) {
            for (const {path} of declarations) files.add(path);
        },
    };
    /** The params and results that were given up because their types never end. */
    const endless = new Set<Place>();
    let depth = 0;

    function readPooled(type: Type, place: Place): TypeModel {
        const key = `#${type.id}`;
        const known = pool.get(key);
        if (known !== undefined) return toReference(key, known.model);
        const root = rootOf(place);
        if (endless.has(root)) return placeholder;
        if (depth > maxDepth) {
            endless.add(root);
            return refuse(
                context,
                root,
                `contains types inside each other without end: \`${findTypeName(context, type) ?? '…'}\`.`,
            );
        }
        return readNew(key, type, place);
    }

    function readNew(key: string, type: Type, place: Place): TypeModel {
        // While it is being read it is known by its reference.
        pool.set(key, {model: {kind: 'ref', name: key}});
        depth++;
        const model = readStructure(context, type, place);
        depth--;
        const name = findTypeName(context, type);
        pool.set(key, {model, ...(name !== undefined && {name})});
        // A type that is refused as a whole is refused at each of its places.
        if (model === placeholder) pool.delete(key);
        return toReference(key, model);
    }

    return context;
}

const kindsWithParts: readonly TypeModel['kind'][] = [
    ...(['array', 'tuple', 'set', 'map', 'record', 'object', 'union', 'template', 'codec', 'ref'] as const),
];

/** Models without parts stand for themselves. */
function toReference(key: string, model: TypeModel): TypeModel {
    return kindsWithParts.includes(model.kind) ? {kind: 'ref', name: key} : model;
}
