import type {Untyped} from '../lambda-context.ts';

/** An HTTP response of a Lambda function, with what a middleware can rely on. */
export interface HttpResponse {
    statusCode: number;
    headers: Record<string, string | number | boolean | undefined>;
    body?: Untyped;
    [property: string]: Untyped;
}

/**
 * Makes `request.response` an HTTP response that headers can be added to, and returns it.
 *
 * What has neither `statusCode`, `headers` nor `body` is the body: a text as it is, other values as JSON. What the handler
 * returned is copied, since it may be shared between requests.
 */
export function normalizeHttpResponse(request: {response?: unknown}): HttpResponse {
    const response = toHttpResponse(request.response);
    request.response = response;
    return response;
}

function toHttpResponse(response: unknown): HttpResponse {
    if (response === undefined) return {statusCode: 200, headers: {}};
    if (isHttpResponse(response)) {
        return {...response, statusCode: response.statusCode ?? 200, headers: {...response.headers}};
    }
    if (isSendable(response)) return {statusCode: 200, headers: {}, body: response};
    return {statusCode: 200, headers: {'Content-Type': 'application/json'}, body: JSON.stringify(response)};
}

function isHttpResponse(response: unknown): response is Partial<HttpResponse> {
    const {statusCode, headers, body} = Object(response);
    return statusCode !== undefined || headers !== undefined || body !== undefined;
}

/** A text, bytes, or a stream of them. */
function isSendable(body: unknown): boolean {
    return typeof body === 'string' || ArrayBuffer.isView(body) || Symbol.asyncIterator in Object(body);
}
