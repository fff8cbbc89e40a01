import type {NodeHandler} from './node-handler.ts';
import type {NodeHttpOptions} from './node-http-options.ts';
import type {NodeServer} from './node-server.ts';

/** Whether a server is about to close. */
export interface DrainState {
    isDraining: boolean;
}

/** Answers the readiness path before the router: 200 while requests are welcome, 503 when the server is about to close. */
export function withReadiness(handler: NodeHandler, path: string | undefined, state: DrainState): NodeHandler {
    if (path === undefined) return handler;
    return (request, response) => {
        if (request.url !== path) return handler(request, response);
        response.writeHead(state.isDraining ? 503 : 200, {'content-type': 'text/plain', 'cache-control': 'no-store'});
        response.end(state.isDraining ? 'closing' : 'ready');
    };
}

/**
 * Closes a server when the process gets one of the signals: first it is no longer ready, after `drainDelayMs` it takes no more
 * connections, and what is still in flight after `closeTimeoutMs` is cut. The process is left to end by itself.
 */
export function closeOnSignals(server: NodeServer, options: NodeHttpOptions, state: DrainState): void {
    const {closeOnSignals: signals, drainDelayMs, closeTimeoutMs} = options;
    const onSignal = () => {
        for (const signal of signals) process.off(signal, onSignal);
        state.isDraining = true;
        setTimeout(() => {
            server.close();
            setTimeout(() => server.closeAllConnections(), closeTimeoutMs).unref();
        }, drainDelayMs);
    };
    for (const signal of signals) process.on(signal, onSignal);
    server.on('close', () => {
        for (const signal of signals) process.off(signal, onSignal);
    });
}
