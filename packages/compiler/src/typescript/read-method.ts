import type {MethodModel} from '@mionkit/core';
import {findHeaderKinds, isHeaderResult} from '@mionkit/reflection/front-end';
import type {MethodSource} from '@mionkit/reflection/generator';
import {type Place, placeInside, placeOfResult} from './place.ts';
import type {ReadContext} from './read-context.ts';
import {type Description, readDescription} from './read-description.ts';
import {readHeaderName} from './read-header-name.ts';
import {readParams} from './read-params.ts';
import {readResult} from './read-result.ts';
import type {TreeHandler} from './read-tree.ts';
import type {Signature} from './typescript-api.ts';

/** The model of one handler. Raw hooks take nothing from clients and send nothing. */
export function readMethod(
    context: ReadContext,
    {id, kind, signature, optional, headerName: headerProperty, place}: TreeHandler,
): MethodSource {
    const source = {id, kind, ...(optional && {optional: true as const})};
    if (kind === 'rawHook') return {...source, model: {params: [], returns: {kind: 'undefined'}}};
    const {text, params: descriptions} = describe(context, signature, place);
    const params = readParams(context, signature, place, descriptions);
    const model = {params, ...readResult(context, signature, kind, place), ...(text !== undefined && {description: text})};
    if (headerProperty === undefined) return {...source, model};
    const headerName = readHeaderName(context, headerProperty);
    return {...source, model, ...(headerName !== undefined && {headerName}), ...readHeaderKinds(context, model, place)};
}

/** What stands before the property of the tree, or else before the function. */
function describe({view}: ReadContext, signature: Signature, place: Place): Description {
    const own = readDescription(view, place.declaration);
    return own.text === undefined ? readDescription(view, signature.declaration) : own;
}

function readHeaderKinds(context: ReadContext, model: MethodModel, place: Place): Pick<MethodSource, 'headerKinds'> {
    const [param, second] = model.params;
    if (second !== undefined || param?.rest) {
        context.problems.add(
            place,
            'reads a header, so it can have one param only: the value of that header. Read others from `ctx.request.headers`.',
        );
    }
    if (!isHeaderResult(model.returns, context.lookUp)) {
        const at = placeOfResult(place);
        context.problems.add(
            at,
            "is sent as a header, which can't carry it. Return `string`, `number`, `boolean` or `string[]`.",
        );
    }
    if (param === undefined) return {headerKinds: []};
    const headerKinds = findHeaderKinds(param.type, context.lookUp);
    if (headerKinds !== undefined) return {headerKinds};
    const at = placeInside(place, param.name);
    context.problems.add(
        at,
        "comes from a header, which can't carry it. Take `string`, `number`, `boolean`, or literals of these.",
    );
    return {};
}
