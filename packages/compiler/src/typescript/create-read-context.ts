import type {TypeModel} from '@mionkit/core';
import type {TypePool} from '@mionkit/reflection/front-end';
import {type Place, rootOf} from './place.ts';
import {prefetchTypes} from './prefetch-types.ts';
import type {ProblemList} from './problem-list.ts';
import type {ProgramView} from './program-view.ts';
import {placeholder, type ReadContext} from './read-context.ts';
import {findTypeName} from './read-object.ts';
import {readSimpleType} from './read-simple-type.ts';
import {readStructure} from './read-type.ts';
import {readUnionOf} from './read-union.ts';
import {type Type, TypeFlags} from './typescript-api.ts';

/** A type that was met and not read yet, with the places where. */
interface WaitingType {
    readonly type: Type;
    readonly places: Place[];
}

/** A context whose types are read in waves: first those that the methods mention, then those that stand in them, and so on. */
export interface QueuedReadContext extends ReadContext {
    /** Reads all types that were met. */
    readWaiting(): void;
}

/** How many types may stand inside each other. More are taken for a type that never ends. */
const maxDepth = 256;

/** How many versions of one generic type a param or result may contain. More are taken for a type that never ends. */
const maxVersions = 1000;

/** What the readers of one call share. Fills `pool` with the models that they refer to. */
export function createReadContext(
    view: ProgramView,
    problems: ProblemList,
    pool: TypePool,
    files: Set<string>,
): QueuedReadContext {
    const waiting = new Map<string, WaitingType>();
    const refused = new Set<string>();
    const simpleModels = new Map<number, TypeModel | undefined>();
    const endlessTypes = new EndlessTypes(view);

    const context: QueuedReadContext = {
        view,
        problems,
        readType: (type, place) => simpleModelOf(type) ?? readLater(type, place),
        readStructure: (type, place) => readStructure(context, type, place),
        readUnionOf: (types, place) => readUnionOf(context, types, place),
        lookUp,
        addDeclarations(declarations) {
            for (const {path} of declarations) files.add(path);
        },
        readWaiting() {
            for (let depth = 0; waiting.size > 0; depth++) readWave([...waiting], depth);
        },
    };

    /** One object for a type, so that what is found out about it is known wherever it stands. */
    function simpleModelOf(type: Type): TypeModel | undefined {
        if (!simpleModels.has(type.id)) simpleModels.set(type.id, readSimpleType(type));
        return simpleModels.get(type.id);
    }

    function readLater(type: Type, place: Place): TypeModel {
        const key = `#${type.id}`;
        const known = pool.get(key);
        if (known !== undefined) return toReference(key, known.model);
        // A type that is refused as a whole is refused at each of its places.
        if (refused.has(key) || !hasParts(type)) return readStructure(context, type, place);
        const met = waiting.get(key);
        if (met !== undefined) met.places.push(place);
        else if (!endlessTypes.has(rootOf(place))) waiting.set(key, {type, places: [place]});
        return {kind: 'ref', name: key};
    }

    function refuseEndless(place: Place): void {
        const root = rootOf(place);
        if (endlessTypes.has(root)) return;
        endlessTypes.add(root);
        problems.add(
            root,
            'contains types inside each other without end. Give them an end, or write `unknown` for a part of them.',
        );
    }

    function readWave(wave: readonly [string, WaitingType][], depth: number): void {
        if (depth > maxDepth) for (const [, {places}] of wave) places.forEach(refuseEndless);
        prefetchTypes(
            view,
            wave.map(([, {type}]) => type),
        );
        for (const [key, met] of wave) readNow(key, met);
    }

    function readNow(key: string, {type, places: [first, ...others]}: WaitingType): void {
        if (first === undefined || !waiting.delete(key)) return;
        if (endlessTypes.note(type, rootOf(first))) {
            refuseEndless(first);
            return;
        }
        // While it is being read it is known by its reference.
        pool.set(key, {model: {kind: 'ref', name: key}});
        const model = readStructure(context, type, first);
        const name = findTypeName(context, type);
        pool.set(key, {model, ...(name !== undefined && {name})});
        if (model !== placeholder) return;
        pool.delete(key);
        refused.add(key);
        for (const place of others) readStructure(context, type, place);
    }

    function lookUp(model: TypeModel): TypeModel {
        if (model.kind !== 'ref') return model;
        const met = waiting.get(model.name);
        if (met !== undefined) readNow(model.name, met);
        return pool.get(model.name)?.model ?? placeholder;
    }

    return context;
}

/** The params and results whose types never end. */
class EndlessTypes {
    readonly #view: ProgramView;
    readonly #roots = new Set<Place>();
    /** By param or result: how many versions of each generic type it contains. */
    readonly #counts = new Map<Place, Map<number, number>>();

    constructor(view: ProgramView) {
        this.#view = view;
    }

    has(root: Place): boolean {
        return this.#roots.has(root);
    }

    add(root: Place): void {
        this.#roots.add(root);
    }

    /** Notes that a param or result contains a type; answers whether there are too many versions of it. */
    note(type: Type, root: Place): boolean {
        const symbol = type.isTypeReference() ? this.#view.symbolOf(type) : this.#view.aliasOf(type);
        if (symbol === undefined) return false;
        const counts = this.#counts.get(root) ?? new Map<number, number>();
        const count = (counts.get(symbol.id) ?? 0) + 1;
        this.#counts.set(root, counts.set(symbol.id, count));
        return count > maxVersions;
    }
}

function hasParts({flags}: Type): boolean {
    return (flags & (TypeFlags.Object | TypeFlags.UnionOrIntersection | TypeFlags.TemplateLiteral)) !== 0;
}

const kindsWithParts: readonly TypeModel['kind'][] = [
    ...(['array', 'tuple', 'set', 'map', 'record', 'object', 'union', 'template', 'codec', 'ref'] as const),
];

/** Models without parts stand for themselves. */
function toReference(key: string, model: TypeModel): TypeModel {
    return kindsWithParts.includes(model.kind) ? {kind: 'ref', name: key} : model;
}
