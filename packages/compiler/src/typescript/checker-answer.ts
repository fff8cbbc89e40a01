import {messageTypes, type PrivateChannel} from './private-client.ts';

/** Text, or the error that it is; or bytes. */
export type Answer = {readonly text: string; readonly isError: boolean} | {readonly bytes: Uint8Array};

/** Waits for the answer to the question that was sent first. */
export function receiveAnswer(channel: PrivateChannel, isBinary: boolean): Answer {
    channel.readTuple();
    const {_msgType: type, _msgPayload: payload} = channel;
    if (type !== messageTypes.answer && type !== messageTypes.error) {
        throw new Error(`TypeScript sent a message of type ${type} where an answer was due.`);
    }
    const isError = type === messageTypes.error;
    return isBinary && !isError ? {bytes: payload} : {text: payload.toString(), isError};
}

/** What TypeScript's client would have given. Throws the error that the checker answered. */
export function readAnswer(answer: Answer): unknown {
    if ('bytes' in answer) return answer.bytes.length > 0 ? answer.bytes : undefined;
    if (answer.isError) throw new Error(answer.text);
    return answer.text === '' ? undefined : JSON.parse(answer.text);
}

/**
 * Makes the function that says whether the next answer is binary.
 *
 * Thousands of short texts, each in memory of its own, would keep the garbage collector busy; and text is decoded at once.
 */
export function createExpectation(channel: PrivateChannel): (isBinary: boolean) => void {
    const readBinary = channel.readExact.bind(channel);
    const readText = (length: number) => {
        const bytes = Buffer.allocUnsafe(length);
        channel.readExactInto(bytes, length);
        return bytes;
    };
    return (isBinary) => {
        channel.readExact = isBinary ? readBinary : readText;
    };
}
