import {describe, expect, test} from '@jest/globals';
import {maxBytes, QuestionQueue} from '../src/typescript/question-queue.ts';
import type {API} from '../src/typescript/typescript-api.ts';

/** A checker that answers each question with its params in capitals, or with an error. */
class FakeChannel {
    readonly writes: string[] = [];
    readonly #open: string[] = [];
    #bytesOnTheWay = 0;
    /** The most that were sent and not answered yet, where that was more than one message. */
    mostBytes = 0;
    _msgType = 0;
    _msgPayload = '';
    requestSync(method: string, payload: string): string {
        this.writes.push(`${method} ${payload}`);
        if (method === 'fail') throw new Error(payload);
        if (this.#open.length > 0) throw new Error('An answer to another question comes first.');
        return payload.toUpperCase();
    }
    requestBinarySync(method: string, payload: string): Buffer {
        return Buffer.from(this.requestSync(method, payload));
    }
    getMethodBuf(method: string): Buffer {
        return Buffer.from(method);
    }
    writeTuple(_type: number, name: Buffer, payload: string): void {
        this.writeAllBuf(Buffer.from(`${name.toString()} ${payload}\n`));
    }
    writeAllBuf(bytes: Buffer, length?: number): void {
        const text = bytes.subarray(0, length).toString();
        const isFirst = this.#open.length === 0;
        this.writes.push(text);
        this.#open.push(...text.split('\n').slice(0, -1));
        this.#bytesOnTheWay += text.length;
        if (!isFirst) this.mostBytes = Math.max(this.mostBytes, this.#bytesOnTheWay);
    }
    readExact(length: number): Buffer {
        return Buffer.alloc(length);
    }
    readExactInto(bytes: Buffer): void {
        bytes.fill(0);
    }
    readTuple(): void {
        const question = this.#open.shift();
        const [method, payload = ''] = question?.split(' ') ?? [];
        this.#bytesOnTheWay -= (question?.length ?? 0) + 1;
        this._msgType = method === 'fail' ? 5 : method === 'call' ? 6 : 4;
        this._msgPayload = payload.toUpperCase();
    }
}

interface FakeClient {
    readonly channel: FakeChannel;
    apiRequest(method: string, params: unknown): unknown;
    apiRequestBinary(method: string, params: string): unknown;
}

function createQueue() {
    const channel = new FakeChannel();
    const client: FakeClient = {
        channel,
        apiRequest: () => 'not replaced',
        apiRequestBinary: () => 'not replaced',
    };
    const queue = new QuestionQueue({client} as unknown as API);
    const answers = new Map<string, unknown>();
    /** Keeps its answers, as views of programs do. */
    const ask = (params: string, method = 'get') => {
        if (!answers.has(params)) answers.set(params, client.apiRequest(method, params));
        return answers.get(params);
    };
    return {channel, client, queue, ask, answers};
}

describe('questions that are asked together', () => {
    test('travel in one message, each once', () => {
        const {channel, queue, ask, answers} = createQueue();
        queue.askAll([() => ask('a'), () => ask('b'), () => ask('a')]);
        expect(channel.writes).toEqual(['get "a"\nget "b"\n']);
        expect(Object.fromEntries(answers)).toEqual({a: 'A', b: 'B'});
        expect(queue.messages).toBe(1);
    });

    test('lead to others, in as many rounds as it takes', () => {
        const {channel, queue, ask} = createQueue();
        queue.askAll([() => ask(`${ask(`${ask('a')}-x`)}-y`), () => ask('b')]);
        expect(channel.writes).toEqual(['get "a"\nget "b"\n', 'get "A-x"\n', 'get "A-X-y"\n']);
    });

    test('lead to others also when the function does not keep what it gets', () => {
        const {channel, client, queue} = createQueue();
        let last: unknown;
        queue.askAll([
            () => {
                last = client.apiRequest('get', `${client.apiRequest('get', 'a')}-x`);
            },
        ]);
        expect(last).toBe('A-X');
        expect(channel.writes).toHaveLength(2);
    });

    test('are cut into messages, of which several fit into a pipe', () => {
        const {channel, queue, ask, answers} = createQueue();
        const params = Array.from({length: 2000}, (_, index) => `${index}`.padStart(index === 100 ? 3 * maxBytes : 50, 'x'));
        queue.askAll(params.map((each) => () => ask(each)));
        expect(answers.size).toBe(2000);
        const sizes = channel.writes.map((text) => text.length);
        expect(sizes.filter((size) => size > maxBytes / 4)).toEqual([3 * maxBytes + 7]);
        expect(sizes.length).toBeLessThan(3 + (4 * 2000 * 80) / maxBytes);
        expect(channel.mostBytes).toBeGreaterThan(maxBytes / 2);
        expect(channel.mostBytes).toBeLessThanOrEqual(maxBytes);
    });

    test('lead to others that are sent before the rest is answered', () => {
        const {channel, queue, ask} = createQueue();
        const params = Array.from({length: 2000}, (_, index) => `${index}`.padStart(50, 'x'));
        queue.askAll(params.map((each) => () => ask(`${ask(each)}-second`)));
        const first = channel.writes.findIndex((text) => text.includes('-second'));
        expect(first).toBeGreaterThan(0);
        expect(channel.writes.slice(first).some((text) => text.includes('"xx'))).toBe(true);
    });

    test.each<readonly [object, object]>([
        [
            {project: 'one', type: 1},
            {project: 'other', type: 1},
        ],
        [{names: ['a,b']}, {names: ['a', 'b']}],
        [{name: '1'}, {name: 1}],
        [
            {file: 'a 1', position: 2},
            {file: 'a', position: '1 2'},
        ],
        [{file: 'a'}, {file: undefined}],
        [{file: 'undefined'}, {file: undefined}],
    ])('are told apart: %j, %j', (first, second) => {
        const {channel, queue, client} = createQueue();
        const ask = (params: object) => () => client.apiRequest('get', params);
        const params = [first, second, first];
        queue.askAll(params.map(ask));
        expect(channel.writes).toEqual([`get ${JSON.stringify(first)}\nget ${JSON.stringify(second)}\n`]);
    });

    test('about many things are asked as about the first', () => {
        const {channel, client, queue} = createQueue();
        const answers = new Map<number, unknown>();
        let calls = 0;
        const ask = ({id}: {readonly id: number}) => {
            calls++;
            if (!answers.has(id)) answers.set(id, client.apiRequest('get', {snapshot: 7, type: id, kind: 0}));
        };
        const keys = Array.from({length: 100}, (_, id) => ({id}));
        queue.askAll([], [{keys, ask}]);
        expect(channel.writes.join('').split('\n')).toHaveLength(101);
        expect(answers.get(42)).toEqual({SNAPSHOT: 7, TYPE: 42, KIND: 0});
        // For 0 it could be either param, so 1 is the example. One call each for an answer.
        expect(calls).toBe(100 + 2);
    });

    test('by a function that is called among others are asked with theirs', () => {
        const {channel, queue, ask} = createQueue();
        const askSeveral = () => {
            queue.askAll([() => ask('b'), () => ask(`${ask('c')}-x`)]);
            return [ask('b'), ask('C-x')];
        };
        queue.askAll([() => ask('a'), askSeveral]);
        expect(channel.writes).toEqual(['get "a"\nget "b"\nget "c"\n', 'get "C-x"\n']);
        expect(askSeveral()).toEqual(['B', 'C-X']);
        expect(channel.writes).toHaveLength(2);
    });

    test('about nothing new are not asked', () => {
        const {channel, queue} = createQueue();
        queue.askAll([], [{keys: [{id: 1}, {id: 2}], ask: () => 'known'}]);
        expect(channel.writes).toEqual([]);
    });

    test('that fail do not keep others from their answers, and fail again when they are asked for themselves', () => {
        const {queue, ask, answers} = createQueue();
        queue.askAll([() => ask('a'), () => ask('b', 'fail'), () => ask('c')]);
        expect(Object.fromEntries(answers)).toEqual({a: 'A', c: 'C'});
        expect(() => ask('b', 'fail')).toThrow('b');
    });

    test('are not answered by anything but an answer', () => {
        const {queue, ask} = createQueue();
        expect(() => queue.askAll([() => ask('a', 'call')])).toThrow('TypeScript sent a message of type 6');
        // What comes then is asked as always.
        expect(ask('b')).toBe('B');
    });
});

describe('questions that are asked soon', () => {
    test('are sent at once, and answered when they are asked', () => {
        const {channel, queue, ask} = createQueue();
        queue.askSoon([() => ask('a'), () => ask('b')]);
        expect(channel.writes).toEqual(['get "a"\nget "b"\n']);
        expect([ask('b'), ask('a')]).toEqual(['B', 'A']);
        expect(channel.writes).toHaveLength(1);
    });

    test.each<readonly [string, (created: ReturnType<typeof createQueue>) => void]>([
        ['alone', ({ask}) => ask('c')],
        ['of the binary kind', ({client}) => client.apiRequestBinary('get', 'c')],
        ['together', ({queue, ask}) => queue.askAll([() => ask('c')])],
        ['soon', ({queue, ask}) => queue.askSoon([() => ask('c')])],
    ])('come before others that are asked %s', (_name, askOther) => {
        const created = createQueue();
        created.queue.askSoon([() => created.ask('a'), () => created.ask('b', 'fail')]);
        askOther(created);
        expect(created.ask('c')).toBe('C');
        expect(created.ask('a')).toBe('A');
        expect(() => created.ask('b', 'fail')).toThrow();
    });

    test('are no more than fit into a pipe', () => {
        const {channel, queue, ask} = createQueue();
        const params = Array.from({length: 2000}, (_, index) => `${index}`.padStart(50, 'x'));
        queue.askSoon(params.map((each) => () => ask(each)));
        expect(channel.writes.length).toBeGreaterThan(2);
        expect(channel.mostBytes).toBeLessThanOrEqual(maxBytes);
        queue.askAll(params.map((each) => () => ask(each)));
        expect(ask(params[1999] ?? '')).toBe(params[1999]?.toUpperCase());
    });
});

test('a single question travels alone', () => {
    const {channel, queue, ask} = createQueue();
    expect(ask('a')).toBe('A');
    expect(channel.writes).toEqual(['get "a"']);
    expect(queue.messages).toBe(1);
});

test('where the parts that the API keeps private have changed, nothing is asked ahead', () => {
    for (const client of [undefined, {}, {channel: {requestSync: () => ''}}]) {
        let calls = 0;
        new QuestionQueue({client} as unknown as API).askAll([() => calls++]);
        expect(calls).toBe(0);
    }
});
