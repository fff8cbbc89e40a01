/** One event of a `text/event-stream`. */
export interface ServerEvent {
    /** `message` where the event doesn't say. */
    readonly type: string;
    readonly data: string;
}

/** Reads events one by one, and no more of the body than that needs. Gives `undefined` where the body ends. Source: HTML, 9.2.6. */
export function createEventReader(body: ReadableStreamDefaultReader<Uint8Array>): () => Promise<ServerEvent | undefined> {
    const decoder = new TextDecoder();
    let text = '';
    let searched = 0;

    function takeBlock(): string | undefined {
        const end = text.indexOf('\n\n', searched);
        if (end < 0) {
            searched = Math.max(0, text.length - 1);
            return undefined;
        }
        const block = text.slice(0, end);
        text = text.slice(end + 2);
        searched = 0;
        return block;
    }

    return async () => {
        for (;;) {
            const block = takeBlock();
            const event = block === undefined ? undefined : toEvent(block);
            if (event !== undefined) return event;
            if (block !== undefined) continue;
            const {done, value} = await body.read();
            if (done) return undefined;
            // JSON text has no line breaks of its own, so a carriage return is half of one that something on the way has rewritten.
            text += decoder.decode(value, {stream: true}).replaceAll('\r', '');
        }
    };
}

/** An event; `undefined` for a comment, which keeps connections open. */
function toEvent(block: string): ServerEvent | undefined {
    const fields = block.split('\n').map((line): [name: string, value: string] => {
        const [name = ''] = line.split(':', 1);
        return [name, line.slice(name.length + 1).replace(/^ /, '')];
    });
    const data = fields.flatMap(([name, value]) => (name === 'data' ? [value] : []));
    const type = fields.findLast(([name]) => name === 'event')?.[1] ?? 'message';
    return data.length === 0 ? undefined : {type, data: data.join('\n')};
}
