import {connect} from 'node:net';

/** What a raw connection got back, and how it ended. */
export interface TextAnswer {
    readonly text: string;
    /** The server closed the connection. */
    readonly isClosed: boolean;
}

/** Writes text to a port as it is, piece by piece, and reads until the server closes the connection or `isEnough` says so. */
export function sendText(
    port: number,
    pieces: readonly string[],
    isEnough: (text: string) => boolean = () => false,
): Promise<TextAnswer> {
    return new Promise((resolve) => {
        let text = '';
        const socket = connect(port, '127.0.0.1');
        const end = (isClosed: boolean) => {
            socket.destroy();
            resolve({text, isClosed});
        };
        socket.setEncoding('utf8');
        socket.on('connect', () => {
            for (const piece of pieces) socket.write(piece);
        });
        socket.on('data', (chunk: string) => {
            text += chunk;
            if (isEnough(text)) end(false);
        });
        socket.on('end', () => end(true));
        // The server may cut what is still being sent.
        socket.on('error', () => end(true));
    });
}

/** The statuses of the answers in a text. */
export function readStatuses(text: string): number[] {
    return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
