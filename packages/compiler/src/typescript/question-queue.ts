import type {API} from './typescript-api.ts';

/** The parts of TypeScript's client that its types keep private. */
interface PrivateClient {
    apiRequest(method: string, params: Params): unknown;
    apiRequestBinary(method: string, params: Params): unknown;
    readonly channel: PrivateChannel;
}

interface PrivateChannel {
    /** Sends one message, in one or two calls of `writeAllBuf`. */
    writeTuple(type: number, name: Uint8Array, payload: string): void;
    writeAllBuf(bytes: Uint8Array, length?: number): void;
    /** Waits for one message, and leaves it in the fields below. */
    readTuple(): void;
    readonly _msgType: number;
    readonly _msgPayload: Uint8Array;
    getMethodBuf(method: string): Uint8Array;
    requestSync(method: string, payload: string): string;
    /** Gives the next bytes, in memory of their own. */
    readExact(length: number): Uint8Array;
    readExactInto(bytes: Uint8Array, length: number): void;
}

const messageTypes = {request: 1, answer: 4, error: 5};

/**
 * What the checker takes from its pipe at once; on Linux, what fits into the pipe as well.
 * With more on the way, both processes could end up waiting for each other.
 */
export const maxBytes = process.platform === 'linux' ? 16_384 : 4096;

/** As long as there are questions, several messages are on their way: the checker answers one while the answers to another are read. */
const messageBytes = maxBytes / 4;

/** More than the frame of a message takes. */
const frameBytes = 16;

interface AskedQuestion {
    readonly method: string;
    readonly params: Params;
    /** The answer is no text. */
    readonly isBinary: boolean;
}

type Params = Readonly<Record<string, unknown>> | null;

/** A question about one thing, and the name of the param that says which. */
interface Sample {
    readonly question: AskedQuestion;
    readonly field: string;
}

/** A question whose answer has not come. Thrown by the function that asked it, which is called again then. */
class OpenQuestion {
    readonly key: string;
    readonly question: AskedQuestion;
    readonly payload: string;
    readonly bytes: number;
    /** The functions that wait for it. */
    readonly functions: (() => unknown)[] = [];

    constructor(key: string, question: AskedQuestion) {
        this.key = key;
        this.question = question;
        this.payload = JSON.stringify(question.params);
        this.bytes = Buffer.byteLength(question.method) + Buffer.byteLength(this.payload) + frameBytes;
    }
}

/** What a function asks for one thing, to be asked for many. */
export interface QuestionGroup<TKey extends {readonly id: number} = {readonly id: number}> {
    readonly keys: readonly TKey[];
    /** It asks the same question for each of the keys, except for the key's id. */
    ask(key: TKey): unknown;
}

/**
 * Asks TypeScript's checker many questions together. Where each waits for the last one's answer, most of the time goes into waking two processes.
 *
 * This is the one use of what the API keeps private. Where that isn't found, everything is asked one at a time.
 */
export class QuestionQueue {
    /** `undefined` where questions can't be asked together. */
    readonly #channel: PrivateChannel | undefined;
    readonly #writer: MessageWriter | undefined;
    /** Says whether the next answer is binary. */
    readonly #expect: (isBinary: boolean) => void = () => undefined;
    /** Answers that came ahead. */
    readonly #answers = new Map<string, Answer>();
    readonly #keys = new QuestionKeys();
    /** By key, the questions that are asked together; `undefined` while each is asked when it comes. */
    #open: Map<string, OpenQuestion> | undefined;
    /** Those of them that are not on their way yet. */
    #unsent: OpenQuestion[] = [];
    /** The messages that are on their way, in their order. */
    #sent: (readonly OpenQuestion[])[] = [];
    #messages = 0;

    constructor(api: API) {
        const {client} = api as unknown as {readonly client?: Partial<PrivateClient>};
        if (!hasChannel(client)) return;
        const {channel} = client;
        this.#channel = channel;
        this.#writer = new MessageWriter(channel);
        const askBinary = client.apiRequestBinary.bind(client);
        this.#expect = createExpectation(channel);
        client.apiRequest = (method, params) => {
            return this.#ask({method, params, isBinary: false}, () =>
                toValue(channel.requestSync(method, JSON.stringify(params))),
            );
        };
        client.apiRequestBinary = (method, params) =>
            this.#ask({method, params, isBinary: true}, () => askBinary(method, params));
    }

    /** How many messages with questions were sent. */
    get messages(): number {
        return this.#messages;
    }

    /** Calls functions that ask the checker, and asks all of them together. They may be called several times, so they should keep what they get. */
    askAll(functions: readonly (() => unknown)[], groups: readonly QuestionGroup[] = []): void {
        // Among questions that are gathered, each is gathered for itself.
        if (this.#channel === undefined || this.#open !== undefined) return;
        this.#receiveAll(this.#channel);
        try {
            this.#gather(functions);
            for (const group of groups) this.#gatherGroup(group);
            while (this.#send() > 0) this.#gather(this.#receive(this.#channel).flatMap((question) => question.functions));
        } finally {
            this.#endGathering();
            this.#answers.clear();
        }
    }

    /**
     * Calls functions that ask the checker, and sends as much as may be on its way, without waiting for the answers.
     * The next question, or `askAll`, waits for them: so in between both processes work.
     */
    askSoon(functions: readonly (() => unknown)[]): void {
        if (this.#channel === undefined) return;
        this.#receiveAll(this.#channel);
        this.#gather(functions);
        this.#send();
        this.#endGathering();
    }

    /** Calls functions, and notes those that wait for an answer. */
    #gather(functions: readonly (() => unknown)[]): void {
        this.#open ??= new Map();
        for (const ask of functions) findOpenQuestion(ask)?.functions.push(ask);
    }

    /** Asks for all keys as for the first: throwing an open question for each of a thousand keys would cost more than the rest. */
    #gatherGroup({keys, ask}: QuestionGroup): void {
        let sample: Sample | undefined;
        for (const key of keys) {
            const call = () => ask(key);
            const open = sample === undefined ? findOpenQuestion(call) : this.#openLike(sample, key.id);
            open?.functions.push(call);
            sample ??= open && toSample(open, key.id);
        }
    }

    #openLike({question, field}: Sample, id: number): OpenQuestion {
        const {method, isBinary, params} = question;
        const like = {method, isBinary, params: {...params, [field]: id}};
        const key = this.#keys.toKey(like);
        this.#open ??= new Map();
        return this.#open.get(key) ?? this.#add(this.#open, new OpenQuestion(key, like));
    }

    #endGathering(): void {
        this.#open = undefined;
        this.#unsent = [];
    }

    #ask(question: AskedQuestion, askNow: () => unknown): unknown {
        if (this.#open === undefined && this.#channel !== undefined) this.#receiveAll(this.#channel);
        const key = this.#open === undefined && this.#answers.size === 0 ? '' : this.#keys.toKey(question);
        const answer = this.#answers.get(key);
        if (answer !== undefined) return readAnswer(answer);
        if (this.#open !== undefined) throw this.#open.get(key) ?? this.#add(this.#open, new OpenQuestion(key, question));
        this.#messages++;
        this.#expect(question.isBinary);
        return askNow();
    }

    #add(open: Map<string, OpenQuestion>, question: OpenQuestion): OpenQuestion {
        open.set(question.key, question);
        this.#unsent.push(question);
        return question;
    }

    /** Sends what may be on its way. Gives the number of messages that are. */
    #send(): number {
        let room = maxBytes - this.#sent.flat().reduce((sum, {bytes}) => sum + bytes, 0);
        while (this.#unsent.length > 0) {
            const count = countFirst(this.#unsent, messageBytes);
            const bytes = this.#unsent.slice(0, count).reduce((sum, question) => sum + question.bytes, 0);
            if (bytes > room && this.#sent.length > 0) break;
            const message = this.#unsent.splice(0, count);
            this.#messages++;
            this.#writer?.write(message);
            this.#sent.push(message);
            room -= bytes;
        }
        return this.#sent.length;
    }

    /** Waits for the answers to the message that was sent first. */
    #receive(channel: PrivateChannel): readonly OpenQuestion[] {
        const message = this.#sent.shift() ?? [];
        for (const question of message) {
            this.#expect(question.question.isBinary);
            this.#answers.set(question.key, receiveAnswer(channel, question.question.isBinary));
            this.#open?.delete(question.key);
        }
        return message;
    }

    #receiveAll(channel: PrivateChannel): void {
        while (this.#sent.length > 0) this.#receive(channel);
    }
}

function hasChannel(client: Partial<PrivateClient> | undefined): client is PrivateClient {
    if (typeof client?.apiRequestBinary !== 'function' || client.channel === undefined) return false;
    const {writeTuple, writeAllBuf, getMethodBuf, readTuple, readExact, readExactInto} = client.channel;
    const methods = [writeTuple, writeAllBuf, getMethodBuf, readTuple, readExact, readExactInto];
    return methods.every((method) => typeof method === 'function');
}

/** Thousands of short texts, each in memory of its own, would keep the garbage collector busy; and text is decoded at once. */
function createExpectation(channel: PrivateChannel): (isBinary: boolean) => void {
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

/** The question for whose answer a function waits. */
function findOpenQuestion(ask: () => unknown): OpenQuestion | undefined {
    try {
        ask();
    } catch (error) {
        // Any other error comes again when the question is asked for itself.
        if (error instanceof OpenQuestion) return error;
    }
    return undefined;
}

/** How to ask the same for other ids; `undefined` where several params could be the id. */
function toSample({question}: OpenQuestion, id: number): Sample | undefined {
    const [field, other] = Object.entries(question.params ?? {}).flatMap(([name, value]) => (value === id ? [name] : []));
    return field === undefined || other !== undefined ? undefined : {question, field};
}

/** How many of the questions go into one message: at least one. */
function countFirst(questions: readonly OpenQuestion[], maxBytes: number): number {
    let count = 0;
    let bytes = 0;
    for (const question of questions) {
        bytes += question.bytes;
        if (count > 0 && bytes > maxBytes) break;
        count++;
    }
    return count;
}

/** Writes messages as the channel does, but all at once. */
class MessageWriter {
    readonly #channel: PrivateChannel;
    /** The channel, except that it keeps what it would write. */
    readonly #collector: PrivateChannel;
    #bytes = Buffer.allocUnsafe(maxBytes);
    #length = 0;

    constructor(channel: PrivateChannel) {
        this.#channel = channel;
        const writeAllBuf = (bytes: Uint8Array, length?: number) => this.#collect(bytes.subarray(0, length));
        this.#collector = Object.create(channel, {writeAllBuf: {value: writeAllBuf}});
    }

    write(questions: readonly OpenQuestion[]): void {
        this.#length = 0;
        for (const {question, payload} of questions) {
            this.#collector.writeTuple(messageTypes.request, this.#channel.getMethodBuf(question.method), payload);
        }
        this.#channel.writeAllBuf(this.#bytes, this.#length);
    }

    #collect(bytes: Uint8Array): void {
        const end = this.#length + bytes.length;
        if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * end);
        this.#bytes.set(bytes, this.#length);
        this.#length = end;
    }
}

/** Text, or the error that it is; or bytes. */
type Answer = {readonly text: string; readonly isError: boolean} | {readonly bytes: Uint8Array};

function receiveAnswer(channel: PrivateChannel, isBinary: boolean): Answer {
    channel.readTuple();
    const {_msgType: type, _msgPayload: payload} = channel;
    if (type !== messageTypes.answer && type !== messageTypes.error) {
        throw new Error(`TypeScript sent a message of type ${type} where an answer was due.`);
    }
    const isError = type === messageTypes.error;
    return isBinary && !isError ? {bytes: payload} : {text: payload.toString(), isError};
}

function readAnswer(answer: Answer): unknown {
    if ('bytes' in answer) return answer.bytes.length > 0 ? answer.bytes : undefined;
    if (answer.isError) throw new Error(answer.text);
    return toValue(answer.text);
}

function toValue(text: string): unknown {
    return text === '' ? undefined : JSON.parse(text);
}

/** Tells questions apart: by the method, and by the values of its params, which have the same names whenever it is asked. */
class QuestionKeys {
    /** The ids of projects are long, and in every question. */
    readonly #projects = new Map<unknown, number>();

    toKey({method, params}: AskedQuestion): string {
        let key = method;
        for (const name in params) {
            const value = name === 'project' ? this.#numberOf(params[name]) : params[name];
            key += typeof value === 'number' ? ` ${value}` : ` ${JSON.stringify(value)}`;
        }
        return key;
    }

    #numberOf(project: unknown): number {
        const known = this.#projects.get(project) ?? this.#projects.size;
        this.#projects.set(project, known);
        return known;
    }
}
