import {type Answer, createExpectation, readAnswer, receiveAnswer} from './checker-answer.ts';
import {MessageWriter, type SentQuestion} from './message-writer.ts';
import {findPrivateClient, type Params, type PrivateChannel} from './private-client.ts';
import {QuestionKeys} from './question-keys.ts';
import type {API} from './typescript-api.ts';

/**
 * What the checker takes from its pipe at once; on Linux, what fits into the pipe as well.
 * With more on the way, both processes could end up waiting for each other.
 */
export const maxBytes = process.platform === 'linux' ? 32_768 : 4096;

/** As long as there are questions, several messages are on their way: the checker answers one while the answers to another are read. */
const messageBytes = maxBytes / 4;

/** More than the frame of a message takes. */
const frameBytes = 16;

/** More than one id can be longer than another. */
const maxDigits = 10;

/** What a function asks for one thing, to be asked for many. */
export interface QuestionGroup<TKey extends {readonly id: number} = {readonly id: number}> {
    /** Those for which it is not known yet. */
    readonly keys: readonly TKey[];
    /** It asks the same question for each of the keys, except for the key's id. */
    ask(key: TKey): unknown;
}

/** A question that is asked together with others. */
interface Question extends SentQuestion {
    /** The answer is no text. */
    readonly isBinary: boolean;
    /** At most what it takes in a pipe. */
    readonly bytes: number;
}

/** A question whose answer has not come. Thrown by the function that asked it, which is called again then. */
class OpenQuestion implements Question {
    readonly key: string;
    readonly method: string;
    readonly params: Params;
    readonly isBinary: boolean;
    readonly payload: string;
    readonly bytes: number;
    /** The functions that wait for it. */
    readonly functions: (() => unknown)[] = [];

    constructor(key: string, {method, params, isBinary}: Pick<OpenQuestion, 'method' | 'params' | 'isBinary'>) {
        this.key = key;
        this.method = method;
        this.params = params;
        this.isBinary = isBinary;
        this.payload = JSON.stringify(params);
        this.bytes = Buffer.byteLength(method) + Buffer.byteLength(this.payload) + frameBytes;
    }
}

/** A question of a group: the one that was asked first, about another key. */
interface GroupQuestion extends Question {
    readonly group: QuestionGroup;
    readonly of: {readonly id: number};
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
    /** The answer to the question that is asked next, if it is by this method. */
    #next: {readonly method: string; readonly answer: Answer} | undefined;
    readonly #keys = new QuestionKeys();
    /** By key, the questions that are asked together; `undefined` while each is asked when it comes. */
    #open: Map<string, OpenQuestion> | undefined;
    /** Those of them, and of groups, that are not on their way yet. */
    #unsent: (OpenQuestion | GroupQuestion)[] = [];
    /** The messages that are on their way, in their order. */
    readonly #sent: (readonly (OpenQuestion | GroupQuestion)[])[] = [];
    /** How much they are together. */
    #sentBytes = 0;
    #messages = 0;

    constructor(api: API) {
        const client = findPrivateClient(api);
        if (client === undefined) return;
        const {channel} = client;
        this.#channel = channel;
        this.#writer = new MessageWriter(channel, maxBytes);
        this.#expect = createExpectation(channel);
        // Without the times that the client takes: for those, Node would load a module in 2 ms.
        client.apiRequest = (method, params) => {
            const answer = this.#findAnswer(method, params, false);
            return readAnswer(answer ?? {text: channel.requestSync(method, JSON.stringify(params)), isError: false});
        };
        client.apiRequestBinary = (method, params) => {
            const answer = this.#findAnswer(method, params, true);
            return readAnswer(answer ?? {bytes: channel.requestBinarySync(method, JSON.stringify(params))});
        };
    }

    /** How many messages with questions were sent. */
    get messages(): number {
        return this.#messages;
    }

    /** Calls functions that ask the checker, and asks all of them together. They may be called several times, so they should keep what they get. */
    askAll(functions: readonly (() => unknown)[], groups: readonly QuestionGroup[] = []): void {
        if (this.#channel === undefined) return;
        if (this.#open === undefined) this.#askTogether(this.#channel, functions, groups);
        // By a function among others, which is called again and gets the answers then.
        else this.#gatherAll(functions, groups);
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

    #askTogether(channel: PrivateChannel, functions: readonly (() => unknown)[], groups: readonly QuestionGroup[]): void {
        this.#receiveAll(channel);
        try {
            this.#gatherAll(functions, groups);
            while (this.#send() > 0) this.#gather(this.#receive(channel));
        } finally {
            this.#endGathering();
            this.#answers.clear();
        }
    }

    #gatherAll(functions: readonly (() => unknown)[], groups: readonly QuestionGroup[]): void {
        this.#gather(functions);
        for (const group of groups) this.#gatherGroup(group);
    }

    /** Calls functions, and notes those that wait for an answer. */
    #gather(functions: readonly (() => unknown)[]): void {
        this.#open ??= new Map();
        for (const ask of functions) findOpenQuestion(ask, undefined)?.functions.push(ask);
    }

    /** Asks for all keys as for the first: throwing an open question for each of a thousand keys would cost more than the rest. */
    #gatherGroup(group: QuestionGroup): void {
        let toLike: ((key: {readonly id: number}) => GroupQuestion) | undefined;
        for (const key of group.keys) {
            if (toLike !== undefined) this.#unsent.push(toLike(key));
            else {
                const open = findOpenQuestion(group.ask, key);
                open?.functions.push(() => group.ask(key));
                toLike = open && createLike(open, group, key.id);
            }
        }
    }

    #endGathering(): void {
        this.#open = undefined;
        this.#unsent = [];
    }

    /** The answer that came ahead; `undefined` where the question is to be asked now. Where questions are gathered, it is thrown. */
    #findAnswer(method: string, params: Params, isBinary: boolean): Answer | undefined {
        const next = this.#next;
        this.#next = undefined;
        if (next?.method === method) return next.answer;
        if (this.#open === undefined && this.#channel !== undefined) this.#receiveAll(this.#channel);
        const key = this.#open === undefined && this.#answers.size === 0 ? '' : this.#keys.toKey(method, params);
        const answer = this.#answers.get(key);
        if (answer !== undefined) return answer;
        if (this.#open !== undefined) throw this.#open.get(key) ?? this.#add(this.#open, key, {method, params, isBinary});
        this.#messages++;
        this.#expect(isBinary);
        return undefined;
    }

    #add(open: Map<string, OpenQuestion>, key: string, what: ConstructorParameters<typeof OpenQuestion>[1]): OpenQuestion {
        const question = new OpenQuestion(key, what);
        open.set(key, question);
        this.#unsent.push(question);
        return question;
    }

    /** Sends what may be on its way. Gives the number of messages that are. */
    #send(): number {
        let first = 0;
        while (first < this.#unsent.length) {
            const {end, bytes} = cutMessage(this.#unsent, first);
            if (this.#sentBytes + bytes > maxBytes && this.#sent.length > 0) break;
            const message = this.#unsent.slice(first, end);
            this.#messages++;
            this.#writer?.write(message);
            this.#sent.push(message);
            this.#sentBytes += bytes;
            first = end;
        }
        if (first > 0) this.#unsent.splice(0, first);
        return this.#sent.length;
    }

    /** Waits for the answers to the message that was sent first. Gives the functions that wait for them. */
    #receive(channel: PrivateChannel): (() => unknown)[] {
        const functions: (() => unknown)[] = [];
        for (const question of this.#sent.shift() ?? []) {
            this.#sentBytes -= question.bytes;
            this.#expect(question.isBinary);
            const answer = receiveAnswer(channel, question.isBinary);
            if (question instanceof OpenQuestion) {
                this.#answers.set(question.key, answer);
                this.#open?.delete(question.key);
                functions.push(...question.functions);
            } else if (this.#open !== undefined) this.#giveAnswer(question, answer);
        }
        return functions;
    }

    #giveAnswer({group, of, method}: GroupQuestion, answer: Answer): void {
        this.#next = {method, answer};
        findOpenQuestion(group.ask, of)?.functions.push(() => group.ask(of));
        this.#next = undefined;
    }

    #receiveAll(channel: PrivateChannel): void {
        while (this.#sent.length > 0) this.#receive(channel);
    }
}

/** The question for whose answer a function waits. */
function findOpenQuestion<TKey>(ask: (key: TKey) => unknown, key: TKey): OpenQuestion | undefined {
    try {
        ask(key);
    } catch (error) {
        // Any other error comes again when the question is asked for itself.
        if (error instanceof OpenQuestion) return error;
    }
    return undefined;
}

/** How to ask the same for other ids; `undefined` where several params could be the id. */
function createLike(
    {method, params, isBinary, payload, bytes}: OpenQuestion,
    group: QuestionGroup,
    id: number,
): ((key: {readonly id: number}) => GroupQuestion) | undefined {
    const [field, other] = Object.entries(params ?? {}).flatMap(([name, value]) => (value === id ? [name] : []));
    if (field === undefined || other !== undefined) return undefined;
    const start = payload.indexOf(`"${field}":`) + field.length + 3;
    const before = payload.slice(0, start);
    const after = payload.slice(start + String(id).length);
    const size = bytes + maxDigits;
    return (key) => ({method, isBinary, payload: before + key.id + after, bytes: size, group, of: key});
}

/** Which of the questions, from one of them on, go into one message: at least one. */
function cutMessage(questions: readonly Question[], first: number): {readonly end: number; readonly bytes: number} {
    let bytes = questions[first]?.bytes ?? 0;
    let end = first + 1;
    for (let next = questions[end]; next !== undefined && bytes + next.bytes <= messageBytes; next = questions[++end]) {
        bytes += next.bytes;
    }
    return {end, bytes};
}
