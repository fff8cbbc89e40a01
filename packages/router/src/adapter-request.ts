import type {HeaderList, RpcError} from '@mionkit/core';

/**
 * A request as an adapter hands it to `router.dispatch`: what every platform has, and nothing that only one has.
 *
 * An adapter decides nothing. It reads the platform's request into this form, calls `router.dispatch(path, request)`, and writes the
 * `AdapterResponse` that comes back, at once or as a promise (`dispatch` never throws, and its promise never rejects):
 *
 * - `statusCode`, and every header of `headers` as it stands there. Only `content-length` is the adapter's own: the bytes of `rawBody` in UTF-8.
 * - `rawBody`, except for HEAD and for the statuses 204 and 304. It is JSON text, and `''` where there is no body at all.
 *
 * `path` is the request's path as it was sent: percent-encoded, from its first `/`, without query string and fragment.
 */
export interface AdapterRequest {
    /** In capitals: `POST`. */
    readonly method: string;
    readonly headers: HeaderList;
    /**
     * The whole body, decoded as UTF-8. Where the adapter has decompressed it as well, `headers` lack the `content-encoding`.
     *
     * `''` when there is none, and when there is an `error`.
     */
    readonly rawBody: string;
    /**
     * What the adapter found wrong before the router saw the request: see `createPayloadTooLargeError`.
     *
     * No route runs then. The hooks that run on errors do, and the error stands under `@request`.
     */
    readonly error?: RpcError | undefined;
    /** The adapter's name, by which its functions that give a program the platform's own request know that it is theirs. */
    readonly adapter?: string | undefined;
    /** The platform's own request (`IncomingMessage`, the Lambda event, `Request`), for raw hooks and `pathTransform`. */
    readonly rawRequest?: unknown;
    /** The platform's own response where it has one (`ServerResponse`), or what else belongs to the call (the Lambda context). For raw hooks. */
    readonly rawResponse?: unknown;
    /**
     * Calls the listener once when the client goes away or the platform is about to end the call. Absent where the platform can't tell.
     *
     * The reason, if there is one, becomes that of `ctx.signal`: a handler that throws it answers with it.
     *
     * Called by the router only when something reads `ctx.signal`, and on the request, so it may be a method that uses `this`.
     */
    onAbort?(listener: (reason?: unknown) => void): void;
}
