import type {RawRequest, RawResponse} from './conformance-case.ts';

/** Text that routes put into what must stay on the server: stacks, paths, private messages. */
export const PRIVATE_MARK = 'private-mark-6b1f';

const leaks = [
    PRIVATE_MARK,
    'node_modules',
    '.ts:',
    '.js:',
    '    at ',
    'Unexpected token',
    'is not iterable',
    'Cannot read prop',
    'is not a function',
    'SyntaxError',
    'RangeError',
    'TypeError',
];
const objectNames = Object.getOwnPropertyNames(Object.prototype).join();
const arrayNames = Object.getOwnPropertyNames(Array.prototype).join();

/**
 * What is wrong with a response, whatever the request was. `undefined` when nothing is.
 *
 * A response that never came, and a server that died, show where the request is sent.
 */
export function findViolation({method}: RawRequest, {status, headers, body}: RawResponse): string | undefined {
    if (status >= 500) return `status ${status}`;
    const leak = leaks.find((text) => body.includes(text));
    if (leak !== undefined) return `the body has '${leak}'`;
    if (Object.getOwnPropertyNames(Object.prototype).join() !== objectNames) return 'Object.prototype has changed';
    if (Object.getOwnPropertyNames(Array.prototype).join() !== arrayNames) return 'Array.prototype has changed';
    if (method === 'HEAD' || status === 204) return body === '' ? undefined : `${method} has a body`;
    if (headers['content-type'] !== 'application/json; charset=utf-8') return `content-type ${headers['content-type']}`;
    if (Number(headers['content-length']) !== new TextEncoder().encode(body).byteLength)
        return `content-length ${headers['content-length']}`;
    return findEnvelopeViolation(status, body);
}

function findEnvelopeViolation(status: number, body: string): string | undefined {
    let envelope: Record<string, unknown>;
    try {
        envelope = JSON.parse(body);
    } catch {
        return 'the body is no JSON';
    }
    const errors = Object.values((envelope['@errors'] as Record<string, Record<string, unknown>> | undefined) ?? {});
    if (status === 200) return errors.length === 0 ? undefined : 'status 200 with errors';
    const [first] = errors;
    if (first === undefined) return `status ${status} without errors`;
    if (first.statusCode !== status) return `status ${status} with a first error of ${first.statusCode}`;
    const fields = new Set(errors.flatMap((error) => Object.keys(error)));
    const unknownField = [...fields].find((name) => !['name', 'statusCode', 'message', 'errorData', 'id'].includes(name));
    return unknownField === undefined ? undefined : `an error has the field '${unknownField}'`;
}
