import {once} from 'node:events';
import {createServer, type Server} from 'node:http';
import type {Server as HttpsServer} from 'node:https';
import {defaultRouter, type Router} from '@mionkit/router';
import {closeOnSignals, withReadiness} from './close-on-signals.ts';
import {DirectMessage} from './direct-message.ts';
import type {ClosableHttp2Server} from './http2-server.ts';
import {createNodeHandler, type NodeHandler} from './node-handler.ts';
import {type NodeHttpOptions, toNodeHttpOptions} from './node-http-options.ts';

/** A server of node http, listening. */
export type NodeServer = Server | HttpsServer | ClosableHttp2Server;

/** How often node looks for clients that are too slow, in milliseconds. */
const checkIntervalMs = 5000;

/**
 * Starts a server that answers with a router's routes. Resolves when it listens.
 *
 * `server.close()` takes no more connections and finishes the requests in flight.
 *
 * @example
 * const server = await startNodeServer({port: 3000});
 */
export async function startNodeServer(
    options: Partial<NodeHttpOptions> = {},
    router: Router = defaultRouter,
): Promise<NodeServer> {
    const settings = toNodeHttpOptions(options);
    const state = {isDraining: false};
    const handler = withReadiness(createNodeHandler(router, settings), settings.readinessPath, state);
    const server = await createNodeServer(settings, handler);
    server.listen({port: settings.port, host: settings.host});
    try {
        await once(server, 'listening');
    } catch (error) {
        throw toStartError(error, settings);
    }
    closeOnSignals(server, settings, state);
    return server;
}

async function createNodeServer(settings: NodeHttpOptions, handler: NodeHandler): Promise<NodeServer> {
    if (settings.protocol === 'http2') return (await import('./http2-server.ts')).createHttp2Server(settings, handler);
    const {headersTimeoutMs, requestTimeoutMs, keepAliveTimeoutMs, maxHeadersCount} = settings;
    const serverOptions = {
        IncomingMessage: DirectMessage,
        headersTimeout: headersTimeoutMs,
        requestTimeout: requestTimeoutMs,
        keepAliveTimeout: keepAliveTimeoutMs,
        connectionsCheckingInterval: checkIntervalMs,
        ...settings.options,
    };
    const server =
        settings.protocol === 'https'
            ? (await import('node:https')).createServer(serverOptions, handler)
            : createServer(serverOptions, handler);
    // Node drops what is beyond its limit without a word, so it gets one more than ours, which answers.
    server.maxHeadersCount = maxHeadersCount + 1;
    return server;
}

function toStartError(error: unknown, {port, host}: NodeHttpOptions): Error {
    const {code} = error as {readonly code?: string};
    const advice: Readonly<Record<string, string>> = {
        EADDRINUSE: `port ${port} is in use. Stop the program that listens on it, or choose another one: \`startNodeServer({port: ${port + 1}})\`.`,
        EACCES: `listening on port ${port} is not allowed. Choose one above 1023: \`startNodeServer({port: 3000})\`.`,
        EADDRNOTAVAIL: `this machine does not have the address '${host}'. Leave \`host\` out to listen on all of its addresses.`,
        ENOTFOUND: `the name '${host}' has no address. Leave \`host\` out to listen on all addresses of this machine.`,
    };
    const text = code === undefined ? undefined : advice[code];
    return text === undefined ? (error as Error) : new Error(`startNodeServer: ${text}`, {cause: error});
}
