import {type RawRequest, type RawResponse, toRawResponse} from './conformance-case.ts';

/** Sends a request, by whatever way, and reads its answer. */
export type SendRaw = (request: RawRequest) => Promise<RawResponse>;

/** Sends requests to a fetch handler. */
export function createFetchSender(handle: (request: Request) => Promise<Response>): SendRaw {
    return async ({method, target, headers, body}) => {
        const pairs = headers.flatMap((name, at) => (at % 2 === 0 ? [[name, headers[at + 1] ?? ''] as [string, string]] : []));
        const init = {method, headers: pairs, ...(body.length > 0 && {body})};
        const response = await handle(new Request(`http://localhost${target}`, init));
        return toRawResponse(response.status, [...response.headers].flat(), await response.text());
    };
}
