import type {TypeModel} from '@mionkit/core';
import type {TypePool} from '../settle-models.ts';
import type {Place} from './place.ts';
import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import {placeholder, type ReadContext} from './read-context.ts';
import {findTypeName} from './read-object.ts';
import {readSimpleType} from './read-simple-type.ts';
import {readStructure} from './read-type.ts';
import {readUnionOf} from './read-union.ts';
import type {Type} from './typescript-api.ts';

/** What the readers of one call share. Fills `pool` with the models that they refer to. */
export function createReadContext(view: ProgramView, problems: ProblemList, pool: TypePool, files: Set<string>): ReadContext {
    const context: ReadContext = {
        view,
        problems,
        readType: (type, place) => readSimpleType(type) ?? readPooled(type, place),
        readUnionOf: (types, place) => readUnionOf(context, types, place),
        lookUp: (model) => (model.kind === 'ref' ? (pool.get(model.name)?.model ?? placeholder) : model),
        addDeclarations(declarations) {
            for (const {path} of declarations) files.add(path);
        },
    };
    function readPooled(type: Type, place: Place): TypeModel {
        const key = `#${type.id}`;
        if (pool.has(key)) return {kind: 'ref', name: key};
        pool.set(key, {model: placeholder});
        const model = readStructure(context, type, place);
        const name = findTypeName(context, type);
        pool.set(key, {model, ...(name !== undefined && {name})});
        // A type that is refused as a whole is refused at each of its places.
        if (model === placeholder) pool.delete(key);
        return model === placeholder ? model : {kind: 'ref', name: key};
    }
    return context;
}
