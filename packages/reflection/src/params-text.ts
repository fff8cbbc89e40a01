import type {ParamModel} from '@mionkit/core';
import {findName} from './contract-calls.ts';
import {type NameType, toTypeText} from './type-text.ts';

/** The parameters of a method as TypeScript writes them, the call context first. */
export function toParamsText(params: readonly ParamModel[], nameType: NameType): string {
    const used = new Set<string>();
    const names = params.map(({name}, index) => claimName(toIdentifier(name, index), used));
    const texts = params.map((param, index) =>
        toParamText(param, names[index] ?? '', isAnyRequired(params, index + 1), nameType),
    );
    return [`${claimName('ctx', used)}: unknown`, ...texts].join(', ');
}

function isAnyRequired(params: readonly ParamModel[], from: number): boolean {
    return params.slice(from).some(({optional, rest}) => !optional && !rest);
}

/** TypeScript has no optional parameter before a required one: there it is one that takes `undefined`. */
function toParamText({type, optional, rest}: ParamModel, name: string, isBeforeRequired: boolean, nameType: NameType): string {
    const text = toTypeText(type, nameType);
    if (rest) return `...${name}: ${toTypeText({kind: 'array', items: type}, nameType)}`;
    if (!optional) return `${name}: ${text}`;
    return isBeforeRequired ? `${name}: ${text} | undefined` : `${name}?: ${text}`;
}

function toIdentifier(name: string, index: number): string {
    return /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u.test(name) ? name : `param${index + 1}`;
}

function claimName(name: string, used: Set<string>): string {
    const free = findName(name, (candidate) => !used.has(candidate));
    used.add(free);
    return free;
}
