import {HeaderList} from '@mionkit/core';
import type {AdapterRequest, AdapterResponse, Router} from '../src/index.ts';

/** What a test sends. */
export interface TestRequest {
    readonly method?: string;
    /** JSON text, or a value to be written as JSON. */
    readonly body?: unknown;
    /** Beside `content-type: application/json`, which stands unless given otherwise. */
    readonly headers?: Readonly<Record<string, string | readonly string[] | null>>;
    readonly error?: AdapterRequest['error'];
    readonly rawRequest?: unknown;
    readonly rawResponse?: unknown;
}

/** What a test gets back. */
export interface TestResponse {
    readonly status: number;
    readonly text: string;
    // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any form
    readonly body: any;
    readonly headers: AdapterResponse['headers'];
}

/** Sends a request to a router, as an adapter would. */
export async function sendRequest(router: Router, path: string, request: TestRequest = {}): Promise<TestResponse> {
    const response = await router.dispatch(path, toAdapterRequest(request));
    const {statusCode: status, rawBody: text, headers} = response;
    return {status, text, body: text === '' ? undefined : JSON.parse(text), headers};
}

/** The request that an adapter would hand over. */
export function toAdapterRequest({method = 'POST', body = '', headers = {}, ...rest}: TestRequest): AdapterRequest {
    const flat = Object.entries({'content-type': 'application/json', ...headers}).flatMap(([name, value]) =>
        [value ?? []].flat().flatMap((text) => [name, text]),
    );
    return {method, headers: new HeaderList(flat), rawBody: typeof body === 'string' ? body : JSON.stringify(body), ...rest};
}
