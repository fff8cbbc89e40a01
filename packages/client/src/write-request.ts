import type {MethodMetadata} from '@mionkit/core';
import type {HookCall} from './hook-call.ts';
import {assertParams, encodeParams, fitParams} from './method-codec.ts';
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

/** Puts the header hooks into `headers` and gives the body. Rejects with the `RpcError` of the first params that don't fit. */
export async function writeRequest({id, params, hooks, defaultHooks, methods}: RequestInput, headers: Headers): Promise<string> {
    const route = getMethod(methods, id);
    const fields = route.hash === '' ? [] : [`"@hash":${JSON.stringify(route.hash)}`];
    const calls = new Map([...defaultHooks, ...hooks.map((hook) => [hook.id, hook] as const)]);
    for (const hookId of new Set([...route.hookIds, ...hooks.map((hook) => hook.id)])) {
        const hook = getMethod(methods, hookId);
        const call = calls.get(hookId);
        if (call === undefined) await assertNotNeeded(hook, headers);
        else if (hook.headerName === undefined) fields.push(await writeField(hook, call.params));
        else await writeHeader(hook, hook.headerName, call.params, headers);
    }
    fields.push(await writeField(route, params));
    return `{${fields.join()}}`;
}

async function assertNotNeeded(hook: MethodMetadata, headers: Headers): Promise<void> {
    const isInHeaders = hook.headerName !== undefined && headers.has(hook.headerName);
    if (!isInHeaders && !fitParams(hook, [])) throw (await import('./explain-misfit.ts')).createMissingHookError(hook);
}

async function writeField(method: MethodMetadata, params: readonly unknown[]): Promise<string> {
    await assertParams(method, params);
    return `${JSON.stringify(method.id)}:${encodeParams(method, params)}`;
}

async function writeHeader(
    hook: MethodMetadata,
    headerName: string,
    params: readonly unknown[],
    headers: Headers,
): Promise<void> {
    await assertParams(hook, params);
    if (params[0] === undefined) return;
    const text = String(params[0]);
    if (!isHeaderText(text)) throw (await import('./explain-misfit.ts')).createHeaderTextError(hook, text);
    headers.set(headerName, text);
}

function isHeaderText(text: string): boolean {
    return /^[\x20-\x7e]*$/.test(text);
}
