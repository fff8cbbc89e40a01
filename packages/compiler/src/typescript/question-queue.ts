import type {API} from './typescript-api.ts';

/** The parts of TypeScript's client that its types keep private. */
interface PrivateClient {
    apiRequest(method: string, params: unknown): unknown;
    apiRequestBinary(method: string, params: unknown): unknown;
    readonly channel: PrivateChannel;
}

interface PrivateChannel {
    /** Sends one message, in one or two calls of `writeAllBuf`. */
    writeTuple(type: number, name: Uint8Array, payload: string): void;
    writeAllBuf(bytes: Uint8Array, length?: number): void;
    /** Waits for one message, and leaves it in the fields below. */
    readTuple(): void;
    readonly _msgType: number;
    readonly _msgPayload: {toString(): string};
    getMethodBuf(method: string): Uint8Array;
    requestSync(method: string, payload: string): string;
}

interface Question {
    readonly method: string;
    readonly payload: string;
}

const messageTypes = {request: 1, answer: 4, error: 5};

/**
 * What the checker takes from its pipe at once; on Linux, what fits into the pipe as well.
 * With more on the way, both processes could end up waiting for each other.
 */
export const maxBytes = process.platform === 'linux' ? 16_384 : 4096;

/** More than the frame of a message takes. */
const frameBytes = 16;

/** What is thrown by a question that waits for its answer. */
const notYet = Symbol('not answered yet');

/**
 * Asks TypeScript's checker many questions together. Where each waits for the last one's answer, most of the time goes into waking two processes.
 *
 * This is the one use of what the API keeps private. Where that isn't found, everything is asked one at a time.
 */
export class QuestionQueue {
    /** `undefined` where questions can't be asked together. */
    readonly #channel: PrivateChannel | undefined;
    readonly #writer: MessageWriter | undefined;
    /** Answers that came ahead. */
    readonly #answers = new Map<string, () => unknown>();
    /** The questions to be asked together; `undefined` while each is asked when it comes. */
    #gathered: Map<string, Question> | undefined;
    /** The questions that are on their way, in their order. */
    #owed: readonly string[] = [];
    #messages = 0;

    constructor(api: API) {
        const {client} = api as unknown as {readonly client?: Partial<PrivateClient>};
        if (!hasChannel(client)) return;
        const {channel} = client;
        this.#channel = channel;
        this.#writer = new MessageWriter(channel);
        client.apiRequest = (method, params) => this.#ask(channel, {method, payload: JSON.stringify(params)});
        const askBinary = client.apiRequestBinary.bind(client);
        client.apiRequestBinary = (method, params) => {
            this.#receive(channel);
            return askBinary(method, params);
        };
    }

    /** How many messages with questions were sent. */
    get messages(): number {
        return this.#messages;
    }

    /** Calls functions that ask the checker, and asks all of them together. They may be called several times, so they should keep what they get. */
    askAll(functions: readonly (() => unknown)[]): void {
        // Among questions that are gathered, each is gathered for itself.
        if (this.#channel === undefined || this.#gathered !== undefined) return;
        let open = functions;
        try {
            do {
                this.#gathered = new Map();
                open = open.filter(isWaiting);
                this.#send(this.#channel, [...this.#gathered]);
            } while (this.#gathered.size > 0);
        } finally {
            this.#gathered = undefined;
            this.#answers.clear();
        }
    }

    /**
     * Calls functions that ask the checker, and sends what fits into one message without waiting for the answers.
     * The next question, or `askAll`, waits for them: so in between both processes work.
     */
    askSoon(functions: readonly (() => unknown)[]): void {
        if (this.#channel === undefined) return;
        this.#receive(this.#channel);
        this.#gathered = new Map();
        functions.forEach(isWaiting);
        const questions = [...this.#gathered];
        this.#gathered = undefined;
        if (questions.length > 0) this.#write(questions.slice(0, findChunkEnd(questions, 0)));
    }

    #ask(channel: PrivateChannel, question: Question): unknown {
        const {method, payload} = question;
        const key = `${method} ${payload}`;
        this.#receive(channel);
        const answer = this.#answers.get(key);
        if (answer !== undefined) return answer();
        if (this.#gathered !== undefined) {
            this.#gathered.set(key, question);
            throw notYet;
        }
        this.#messages++;
        return toValue(channel.requestSync(method, payload));
    }

    #send(channel: PrivateChannel, questions: readonly (readonly [string, Question])[]): void {
        let start = 0;
        while (start < questions.length) {
            const end = findChunkEnd(questions, start);
            this.#write(questions.slice(start, end));
            this.#receive(channel);
            start = end;
        }
    }

    #write(questions: readonly (readonly [string, Question])[]): void {
        this.#messages++;
        this.#writer?.write(questions);
        this.#owed = questions.map(([key]) => key);
    }

    #receive(channel: PrivateChannel): void {
        const owed = this.#owed;
        this.#owed = [];
        for (const key of owed) this.#answers.set(key, readAnswer(channel));
    }
}

function hasChannel(client: Partial<PrivateClient> | undefined): client is PrivateClient {
    const {channel, apiRequestBinary} = client ?? {};
    const methods =
        channel === undefined
            ? []
            : [apiRequestBinary, channel.writeTuple, channel.writeAllBuf, channel.readTuple, channel.getMethodBuf];
    return methods.length > 0 && methods.every((method) => typeof method === 'function');
}

function isWaiting(ask: () => unknown): boolean {
    try {
        ask();
        return false;
    } catch (error) {
        // An error comes again when the question is asked for itself.
        return error === notYet;
    }
}

/** The index behind the last question that can be sent together with the first. */
function findChunkEnd(questions: readonly (readonly [string, Question])[], start: number): number {
    let end = start;
    let bytes = 0;
    do {
        bytes += Buffer.byteLength(questions[end]?.[0] ?? '') + frameBytes;
        end++;
    } while (end < questions.length && bytes + Buffer.byteLength(questions[end]?.[0] ?? '') + frameBytes <= maxBytes);
    return end;
}

/** Writes messages as the channel does, but all at once. */
class MessageWriter {
    readonly #channel: PrivateChannel;
    /** The channel, except that it keeps what it would write. */
    readonly #collector: PrivateChannel;
    #parts: Uint8Array[] = [];

    constructor(channel: PrivateChannel) {
        this.#channel = channel;
        const writeAllBuf = (bytes: Uint8Array, length?: number) => this.#parts.push(Uint8Array.from(bytes.subarray(0, length)));
        this.#collector = Object.create(channel, {writeAllBuf: {value: writeAllBuf}});
    }

    write(questions: readonly (readonly [string, Question])[]): void {
        this.#parts = [];
        for (const [, {method, payload}] of questions) {
            this.#collector.writeTuple(messageTypes.request, this.#channel.getMethodBuf(method), payload);
        }
        this.#channel.writeAllBuf(Buffer.concat(this.#parts));
    }
}

function readAnswer(channel: PrivateChannel): () => unknown {
    channel.readTuple();
    const {_msgType: type, _msgPayload: payload} = channel;
    if (type !== messageTypes.answer && type !== messageTypes.error) {
        throw new Error(`TypeScript sent a message of type ${type} where an answer was due.`);
    }
    const text = payload.toString();
    return () => {
        if (type === messageTypes.error) throw new Error(text);
        return toValue(text);
    };
}

function toValue(text: string): unknown {
    return text === '' ? undefined : JSON.parse(text);
}
