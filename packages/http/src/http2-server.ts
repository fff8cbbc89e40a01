import {
    constants,
    createSecureServer,
    createServer,
    type Http2SecureServer,
    type Http2Server,
    type ServerHttp2Session,
    type ServerHttp2Stream,
} from 'node:http2';
import type {Socket} from 'node:net';
import {destroyLater} from './destroy-later.ts';
import type {NodeHandler} from './node-handler.ts';
import type {NodeHttpOptions} from './node-http-options.ts';

/** A server that speaks HTTP/2, and closes the way servers of node:http do. */
export type ClosableHttp2Server = (Http2Server | Http2SecureServer) & {closeAllConnections(): void};

/** Makes a server of node:http2. Node leaves to the program what node:http does itself: slow clients, and closing idle connections. */
export function createHttp2Server(settings: NodeHttpOptions, handler: NodeHandler): ClosableHttp2Server {
    const {keepAliveTimeoutMs, requestTimeoutMs} = settings;
    // As many bytes as node:http takes, unless the program says otherwise. Node closes a stream with more.
    const {maxHeaderSize = 16_384} = settings.options;
    const options = {...settings.options, settings: {maxHeaderListSize: maxHeaderSize, ...settings.options.settings}};
    const isSecure = options.key !== undefined || options.pfx !== undefined;
    const server = isSecure ? createSecureServer({allowHTTP1: true, ...options}) : createServer(options);
    const sessions = new Set<ServerHttp2Session>();
    server.on('request', handler as never);
    server.on('session', (session: ServerHttp2Session) => {
        sessions.add(session);
        session.on('close', () => sessions.delete(session));
        session.setTimeout(keepAliveTimeoutMs, () => session.close());
    });
    // A client with a stream that it never ends would keep its connection, and with it the server, open.
    server.on(isSecure ? 'secureConnection' : 'connection', (socket: Socket) =>
        socket.once('finish', () => destroyLater(socket)),
    );
    server.on('stream', (stream: ServerHttp2Stream) => cancelWhenSlow(stream, requestTimeoutMs));
    return makeClosable(server, sessions);
}

function cancelWhenSlow(stream: ServerHttp2Stream, timeoutMs: number): void {
    const timer = setTimeout(() => stream.close(constants.NGHTTP2_CANCEL), timeoutMs).unref();
    const stop = () => clearTimeout(timer);
    stream.once('end', stop);
    stream.once('close', stop);
}

function makeClosable(server: Http2Server | Http2SecureServer, sessions: ReadonlySet<ServerHttp2Session>): ClosableHttp2Server {
    const close = server.close.bind(server);
    return Object.assign(server, {
        close(callback?: (error?: Error) => void) {
            for (const session of sessions) session.close();
            close(callback);
            return server;
        },
        closeAllConnections() {
            for (const session of sessions) session.destroy();
        },
    }) as ClosableHttp2Server;
}
