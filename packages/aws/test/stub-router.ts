import {HeaderList, type MionResponse} from '@mionkit/core';
import type {AdapterRequest, Router} from '@mionkit/router';

/** What `dispatch` was called with. */
export interface Call {
    readonly path: string;
    readonly request: AdapterRequest;
}

/** A router that notes its calls and gives the same answer to all of them. */
export function createStubRouter(answer: MionResponse | Promise<MionResponse> = createResponse()) {
    const calls: Call[] = [];
    const router: Pick<Router, 'dispatch' | 'options'> = {
        options: {maxBodySize: 100} as Router['options'],
        dispatch: (path, request) => {
            calls.push({path, request});
            return answer;
        },
    };
    return {router: router as Router, calls};
}

/** A response of a router. */
export function createResponse(response: Partial<MionResponse> = {}): MionResponse {
    const headers = new HeaderList(['content-type', 'application/json; charset=utf-8']);
    return {statusCode: 200, headers, rawBody: '{"utils/sum":5}', body: {}, hasErrors: false, ...response};
}
