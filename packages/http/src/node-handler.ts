import type {IncomingMessage, ServerResponse} from 'node:http';
import {type AdapterResponse, defaultRouter, type Router} from '@mionkit/router';
import {compressBody} from './compress-body.ts';
import {toDefaultHeaders} from './default-headers.ts';
import {type NodeHttpOptions, toNodeHttpOptions} from './node-http-options.ts';
import {NodeRequest, readNodeRequest} from './read-node-request.ts';
import {writeNodeResponse} from './write-node-response.ts';

/** Answers the requests of a node http server: a request listener, and middleware for Express. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The options of a handler that is mounted in a server of the program's own. */
export type NodeHandlerOptions = Pick<
    NodeHttpOptions,
    'defaultResponseHeaders' | 'maxHeadersCount' | 'compression' | 'compressionMinSize' | 'decompression'
>;

/**
 * Makes the request listener of a router.
 *
 * @example
 * createServer(createNodeHandler()).listen(3000);
 */
export function createNodeHandler(router: Router = defaultRouter, options: Partial<NodeHandlerOptions> = {}): NodeHandler {
    const {defaultResponseHeaders, maxHeadersCount, compression, compressionMinSize, decompression} = toNodeHttpOptions(options);
    const addDefaults = toDefaultHeaders(defaultResponseHeaders);

    function send({rawResponse, headers, isLast}: NodeRequest, response: AdapterResponse): void {
        addDefaults(response.headers);
        if (isLast) response.headers.set('connection', 'close');
        const body = compression
            ? compressBody(response, headers.getText('accept-encoding'), compressionMinSize)
            : response.rawBody;
        if (typeof body === 'string') writeNodeResponse(rawResponse, response, body);
        else
            body.then(
                (bytes) => writeNodeResponse(rawResponse, response, bytes),
                () => rawResponse.destroy(),
            );
    }

    function dispatch(request: NodeRequest): void {
        const response = router.dispatch(toPath(request.rawRequest.url ?? ''), request);
        if (response instanceof Promise) void response.then((settled) => send(request, settled));
        else send(request, response);
    }

    return (request, response) => {
        const limits = {maxBodySize: router.options.maxBodySize, maxHeadersCount, decompression};
        readNodeRequest(new NodeRequest(request, response), limits, dispatch);
    };
}

// RFC 9112, 3.2: a path with its query, or the whole URL when the request was meant for a proxy.
function toPath(url: string): string {
    const path = url.startsWith('/') ? url : url.replace(/^https?:\/\/[^/?]*/i, '');
    const end = path.indexOf('?');
    return end < 0 ? path : path.slice(0, end);
}
