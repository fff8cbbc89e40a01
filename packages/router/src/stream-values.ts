import type {Call} from './call.ts';
import {CallStream} from './call-stream.ts';
import type {Method} from './method.ts';
import {KeepAliveSource, silence} from './stream-keep-alive.ts';
import {openSource} from './stream-source.ts';
import {writeError} from './write-error.ts';
import {toJson} from './write-result.ts';

/** The stream of the values that a route returned: server-sent events with the JSON text of each. */
export function streamValues(call: Call, method: Method, result: unknown): CallStream {
    const {streamKeepAliveMs} = call.context.router.options;
    const source = openSource(result);
    return new CallStream(call, method, streamKeepAliveMs === 0 ? source : new KeepAliveSource(source, streamKeepAliveMs), {
        toContentType: () => 'text/event-stream; charset=utf-8',
        filler,
        toPiece: (item) => (item === silence ? filler : toData(toJson(call, method, item) ?? 'null')),
        toEnd: (results) => `event: end\n${toData(results)}`,
        toFailure: (key, error) => {
            const json = writeError(error, method, call.context.request.internalErrors);
            return `event: error\n${toData(`{"@errors":{${JSON.stringify(key)}:${json}}}`)}`;
        },
    });
}

// A comment, which parsers of server-sent events pass over.
const filler = ': \n\n';

// Only a parser of the program's own writes JSON text with line breaks in it, and a break would end the field.
function toData(json: string): string {
    return `data: ${json.replaceAll(/\r\n?|\n/g, '\ndata: ')}\n\n`;
}
