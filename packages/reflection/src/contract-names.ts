import type {Definitions, ObjectModel, RefModel, TypeModel} from '@mionkit/core';
import {constraintNames} from './constraint-texts.ts';
import {findName} from './contract-calls.ts';
import {type NameType, toStructureText} from './type-text.ts';

/** The types of a contract that have names. */
export interface ContractNames {
    /** Gives a type its name when it is first mentioned. */
    readonly nameType: NameType;
    /** The declarations of all types that were mentioned, by name. */
    readonly declare: () => string[];
}

/** What the declarations mention under these names is not the program's own. */
const takenNames: ReadonlySet<string> = new Set([
    ...[
        'Api',
        'ByteStream',
        'Codec',
        'CodecInstance',
        'Codecs',
        'MyApi',
        'MyRoutes',
        'NodeBuffer',
        'RpcError',
        ...constraintNames,
    ],
    ...[
        'Array',
        'ArrayBuffer',
        'AsyncIterable',
        'Date',
        'Map',
        'NonNullable',
        'Readonly',
        'Record',
        'RegExp',
        'Set',
        'URL',
        'Uint8Array',
    ],
    ...['any', 'bigint', 'boolean', 'never', 'null', 'number', 'object', 'string', 'symbol', 'undefined', 'unknown', 'void'],
    ...['default', 'globalThis', 'infer', 'typeof'],
]);

/** Names types as the program does, with a number behind the name where it stands for several. */
export function createContractNames(definitions: Definitions): ContractNames {
    const keysByName = new Map<string, string>();
    const named = new Map<string, {readonly name: string; readonly model: TypeModel}>();
    const nameType: NameType = (model) => {
        const key = toKey(model);
        if (key === undefined) return undefined;
        const known = named.get(key)?.name;
        if (known !== undefined) return known;
        const name = findName(toTypeName(model.name), (candidate) => !takenNames.has(candidate) && !keysByName.has(candidate));
        keysByName.set(name, key);
        named.set(key, {name, model: model.kind === 'ref' ? (definitions[model.name] ?? model) : model});
        return name;
    };
    const declare = () => {
        const texts = new Map<string, string>();
        // The text of one type may mention others for the first time: those are visited as well, since a map's iterator sees what is added.
        for (const {name, model} of named.values()) texts.set(name, `export type ${name} = ${toStructureText(model, nameType)};`);
        return [...texts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
    };
    return {nameType, declare};
}

function toKey(model: RefModel | ObjectModel): string | undefined {
    return model.name === undefined ? undefined : JSON.stringify(model);
}

function toTypeName(name = ''): string {
    const kept = name.replaceAll(/[^\p{ID_Continue}$]/gu, '');
    return /^[\p{ID_Start}$_]/u.test(kept) ? kept : `Type${kept}`;
}
