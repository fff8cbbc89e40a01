import type {Definitions, ObjectModel, TupleElementModel, TypeModel, UnionModel} from '@mionkit/core';
import {
    arrayChecker,
    booleanChecker,
    type Checker,
    dateChecker,
    type ElementChecker,
    lazyChecker,
    literalChecker,
    nullChecker,
    numberChecker,
    objectChecker,
    stringChecker,
    taggedChecker,
    tupleChecker,
    undefinedChecker,
    unionChecker,
    unknownChecker,
} from '@mionkit/core/wire';

/** Makes checkers from models: the same ones that generated code has. */
export interface ModelCheckers {
    readonly toChecker: (model: TypeModel) => Checker;
    readonly toElements: (elements: readonly TupleElementModel[]) => ElementChecker[];
}

/** Makes the checkers of the models of one table of definitions. Equal models get one checker, which is kept. */
export function createModelCheckers(definitions: Definitions): ModelCheckers {
    const checkers = new Map<string, Checker>();

    function toChecker(model: TypeModel): Checker {
        const key = JSON.stringify(model);
        const checker = checkers.get(key) ?? makeChecker(model);
        checkers.set(key, checker);
        return checker;
    }

    function makeChecker(model: TypeModel): Checker {
        switch (model.kind) {
            case 'string':
                return stringChecker;
            case 'number':
                return numberChecker;
            case 'boolean':
                return booleanChecker;
            case 'null':
                return nullChecker;
            case 'undefined':
                return undefinedChecker;
            case 'date':
                return dateChecker;
            case 'literal':
                return literalChecker([model.value]);
            case 'array':
                return arrayChecker(toChecker(model.items));
            case 'tuple':
                return tupleChecker(toElements(model.elements));
            case 'object':
                return toObjectChecker(model);
            case 'union':
                return toUnionChecker(model);
            case 'ref':
                return lazyChecker(() => toChecker(definitions[model.name] ?? {kind: 'unknown'}), true);
            default:
                return unknownChecker;
        }
    }

    function toElements(elements: readonly TupleElementModel[]): ElementChecker[] {
        return elements.map(({type, optional, rest}) => {
            if (optional) return [toChecker(type), '?'];
            return rest ? [toChecker(type), '...'] : [toChecker(type)];
        });
    }

    function toObjectChecker({properties}: ObjectModel): Checker {
        const toRecord = (optional: boolean) => {
            const entries = properties.filter((property) => isOptional(property, definitions) === optional);
            return Object.fromEntries(entries.map(({name, type}) => [name, toChecker(type)]));
        };
        return objectChecker(toRecord(false), toRecord(true));
    }

    function toUnionChecker({members, tags}: UnionModel): Checker {
        if (tags) return taggedChecker(members.map((member, index) => [tags[index] ?? null, toChecker(member)]));
        const literals = members.flatMap((member) => (member.kind === 'literal' ? [member.value] : []));
        const others = members.filter((member) => member.kind !== 'literal').map(toChecker);
        return unionChecker(literals.length > 0 ? [literalChecker(literals), ...others] : others);
    }

    return {toChecker, toElements};
}

/** Whether a property may be absent. */
export function isOptional({type, optional}: {type: TypeModel; optional?: true}, definitions: Definitions): boolean {
    return optional === true || acceptsUndefined(type, definitions);
}

function acceptsUndefined(model: TypeModel, definitions: Definitions): boolean {
    if (model.kind === 'union') return model.members.some((member) => acceptsUndefined(member, definitions));
    const definition = model.kind === 'ref' ? definitions[model.name] : undefined;
    return definition ? acceptsUndefined(definition, definitions) : model.kind === 'undefined' || model.kind === 'unknown';
}
