import type {TypeModel} from '@mionkit/core';
import {describeAnnotations} from './deepkit-annotations.ts';
import {type DeepkitPlace, toSubject} from './deepkit-place.ts';
import {ReflectionKind, type Type} from './from-deepkit.ts';
import type {TypePool} from './settle-models.ts';

/** What the readers of one tree share. */
export interface DeepkitContext {
    /** The model of any type. Types with parts are read once, into the pool, and referred to. */
    readonly readType: (type: Type, place: DeepkitPlace) => TypeModel;
    /** Notes what is wrong with a type: a sentence that the place begins. Answers a model to go on with. */
    readonly refuse: (place: DeepkitPlace, problem: string) => TypeModel;
    readonly problems: readonly string[];
}

/** Reads the structure of a type, its parts by the context. */
export type ReadStructure = (context: DeepkitContext, type: Type, place: DeepkitPlace) => TypeModel;

const placeholder: TypeModel = {kind: 'unknown'};

/** A context that fills `pool`. */
export function createDeepkitContext(pool: TypePool, readStructure: ReadStructure): DeepkitContext {
    const keys = new Map<object, string>();
    const problems: string[] = [];

    const context: DeepkitContext = {
        problems,
        refuse(place, problem) {
            problems.push(`${toSubject(place)} ${problem}`);
            return placeholder;
        },
        readType(type, place) {
            const problem = describeAnnotations(type);
            if (problem !== undefined) return context.refuse(place, problem);
            return hasParts(type) ? readPooled(type, place) : readStructure(context, type, place);
        },
    };

    function readPooled(type: Type, place: DeepkitPlace): TypeModel {
        const identity = toIdentity(type);
        const known = keys.get(identity);
        if (known !== undefined) return {kind: 'ref', name: known};
        const key = `#${keys.size}`;
        keys.set(identity, key);
        pool.set(key, {model: {kind: 'ref', name: key}});
        const model = readStructure(context, type, place);
        pool.set(key, {model, ...(isOwnName(type.typeName) && {name: type.typeName})});
        return {kind: 'ref', name: key};
    }

    return context;
}

const kindsWithParts: ReadonlySet<ReflectionKind> = new Set([
    ReflectionKind.class,
    ReflectionKind.union,
    ReflectionKind.array,
    ReflectionKind.tuple,
    ReflectionKind.objectLiteral,
]);

function hasParts({kind}: Type): boolean {
    return kindsWithParts.has(kind);
}

/** Deepkit copies a type for each place that it stands in; the copies share their list of parts. */
function toIdentity(type: Type): object {
    return 'types' in type && type.types.length > 0 ? type.types : type;
}

const utilityTypes = ['Partial', 'Required', 'Readonly', 'Pick', 'Omit', 'Record', 'Exclude', 'Extract', 'NonNullable'];

/** Whether a name is one that the program gave to the type. */
export function isOwnName(name: string | undefined): name is string {
    return name !== undefined && !utilityTypes.includes(name);
}
