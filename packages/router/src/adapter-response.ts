import type {HeaderList, MionResponse} from '@mionkit/core';

/** What `router.dispatch` gives back to an adapter. The adapter may add headers to it. */
export interface AdapterResponse extends MionResponse {
    readonly headers: HeaderList;
}
