import {HeaderList} from '@mionkit/core';
import type {AdapterRequest, AdapterResponse, Router} from '@mionkit/router';

/** What `dispatch` was called with. */
export interface Call {
    readonly path: string;
    readonly request: AdapterRequest;
}

/** A router that notes its calls. Without an answer of the test's own it gives the same to all of them. */
export function createStubRouter(answer: (call: Call) => AdapterResponse | Promise<AdapterResponse> = () => createResponse()) {
    const calls: Call[] = [];
    const router: Pick<Router, 'dispatch' | 'options'> = {
        options: {maxBodySize: 100} as Router['options'],
        dispatch: (path, request) => {
            calls.push({path, request});
            return answer({path, request});
        },
    };
    return {router: router as Router, calls};
}

/** A response of a router. */
export function createResponse(response: Partial<AdapterResponse> = {}): AdapterResponse {
    const headers = new HeaderList(['content-type', 'application/json; charset=utf-8']);
    return {statusCode: 200, headers, rawBody: '{"utils/sum":5}', body: {}, hasErrors: false, ...response};
}
