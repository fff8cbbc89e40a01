import type {Socket} from 'node:net';

/** How long a client may take to notice that the server has said all it will say, in milliseconds. */
const lingerMs = 1000;

/** Destroys a connection whose server side has ended, unless the client ends it before. */
export function destroyLater(socket: Socket): void {
    setTimeout(() => socket.destroy(), lingerMs).unref();
}
