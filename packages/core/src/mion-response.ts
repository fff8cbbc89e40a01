import type {MionHeaders} from './mion-headers.ts';

/** A response, whatever platform it goes to. The router fills it, adapters send it. */
export interface MionResponse {
    readonly statusCode: number;
    readonly headers: MionHeaders;
    /** The body's JSON text. Empty until every route and hook has run. */
    readonly rawBody: string;
    /** What the route and the hooks returned so far, by method id. */
    readonly body: Readonly<Record<string, unknown>>;
    readonly hasErrors: boolean;
}
