import {HeaderList} from '@mionkit/core';
import {deepkit} from '@mionkit/reflection/deepkit';
import {createRouter, getMethodsMetadata, type RouterOptions} from '@mionkit/router';
import {routes} from './api.ts';

/** A request: the route's id, and the body. */
export type TestRequest = readonly [id: string, body: unknown];

/** What comes back. */
export interface TestResponse {
    readonly status: number;
    readonly body: unknown;
}

/** Answers requests with a router whose routes Deepkit's compiler compiled. */
export async function serve(requests: readonly TestRequest[], options: Partial<RouterOptions> = {}): Promise<TestResponse[]> {
    const router = createRouter({reflectionOptions: deepkit(), ...options});
    router.registerRoutes(routes);
    const responses = requests.map(async ([id, body]) => {
        const headers = new HeaderList(['content-type', 'application/json', 'x-token', 'secret']);
        const response = await router.dispatch(`/${id}`, {method: 'POST', headers, rawBody: JSON.stringify(body)});
        return {status: response.statusCode, body: JSON.parse(response.rawBody)};
    });
    return Promise.all(responses);
}

/** The metadata of all methods. */
export function describe(): unknown {
    const router = createRouter({reflectionOptions: deepkit()});
    router.registerRoutes(routes);
    return getMethodsMetadata(router);
}
