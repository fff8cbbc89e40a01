import type {MethodMetadata, ValidationIssue} from '@mionkit/core';
import {createMissingHookError, createValidationError} from './client-errors.ts';
import type {HookCall} from './hook-call.ts';
import {encodeParams, listParamIssues} from './method-codec.ts';
import {getMethod, type MethodsById} from './method-store.ts';

/** What a request is made of. */
export interface RequestInput {
    /** The route's. */
    readonly id: string;
    readonly params: readonly unknown[];
    /** The hooks that were passed. They are sent even if the route's plan, as it is known, doesn't have them. */
    readonly hooks: readonly HookCall[];
    /** The hooks that are sent when the plan has them, by id. */
    readonly defaultHooks: ReadonlyMap<string, HookCall>;
    readonly methods: MethodsById;
}

/** Puts the header hooks into `headers` and gives the body. Throws the `RpcError` of the first params that don't fit. */
export function writeRequest({id, params, hooks, defaultHooks, methods}: RequestInput, headers: Headers): string {
    const route = getMethod(methods, id);
    const fields = route.hash === '' ? [] : [`"@hash":${JSON.stringify(route.hash)}`];
    const calls = new Map([...defaultHooks, ...hooks.map((hook) => [hook.id, hook] as const)]);
    for (const hookId of new Set([...route.hookIds, ...hooks.map((hook) => hook.id)])) {
        const hook = getMethod(methods, hookId);
        const call = calls.get(hookId);
        if (call === undefined) assertNotNeeded(hook, headers);
        else if (hook.headerName === undefined) fields.push(writeField(hook, call.params));
        else writeHeader(hook, hook.headerName, call.params, headers);
    }
    fields.push(writeField(route, params));
    return `{${fields.join()}}`;
}

function assertNotNeeded(hook: MethodMetadata, headers: Headers): void {
    const isInHeaders = hook.headerName !== undefined && headers.has(hook.headerName);
    if (!isInHeaders && listParamIssues(hook, []).length > 0) throw createMissingHookError(hook);
}

function writeField(method: MethodMetadata, params: readonly unknown[]): string {
    assertParams(method, params);
    return `${JSON.stringify(method.id)}:${encodeParams(method, params)}`;
}

function writeHeader(hook: MethodMetadata, headerName: string, params: readonly unknown[], headers: Headers): void {
    assertParams(hook, params);
    if (params[0] === undefined) return;
    const text = String(params[0]);
    if (!isHeaderText(text)) throw createValidationError(hook.id, [createHeaderTextIssue(hook, text)]);
    headers.set(headerName, text);
}

function assertParams(method: MethodMetadata, params: readonly unknown[]): void {
    const issues = listParamIssues(method, params);
    if (issues.length > 0) throw createValidationError(method.id, issues);
}

function isHeaderText(text: string): boolean {
    return /^[\x20-\x7e]*$/.test(text);
}

function createHeaderTextIssue(hook: MethodMetadata, {length}: string): ValidationIssue {
    return {
        path: hook.params[0]?.name ?? '',
        expected: 'visible ASCII, to be sent in a header',
        received: `a string of ${length} characters`,
    };
}
