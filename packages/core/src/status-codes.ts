/** The HTTP status codes that mion itself uses, by name. Any other number is a valid `statusCode` of an `RpcError` as well. */
export const StatusCodes = {
    OK: 200,
    NO_CONTENT: 204,
    BAD_REQUEST: 400,
    UNAUTHORIZED: 401,
    FORBIDDEN: 403,
    NOT_FOUND: 404,
    METHOD_NOT_ALLOWED: 405,
    CONFLICT: 409,
    GONE: 410,
    PAYLOAD_TOO_LARGE: 413,
    UNSUPPORTED_MEDIA_TYPE: 415,
    UNPROCESSABLE_ENTITY: 422,
    TOO_MANY_REQUESTS: 429,
    INTERNAL_SERVER_ERROR: 500,
    NOT_IMPLEMENTED: 501,
    BAD_GATEWAY: 502,
    SERVICE_UNAVAILABLE: 503,
    GATEWAY_TIMEOUT: 504,
} as const;

// Reason phrases of RFC 9110 and RFC 6585. Written here because importing node:http for its table costs a Lambda 20 ms.
// A function: a start without errors doesn't make it.
const createReasonPhrases = (): Readonly<Record<number, string>> => ({
    400: 'Bad Request',
    401: 'Unauthorized',
    402: 'Payment Required',
    403: 'Forbidden',
    404: 'Not Found',
    405: 'Method Not Allowed',
    406: 'Not Acceptable',
    408: 'Request Timeout',
    409: 'Conflict',
    410: 'Gone',
    412: 'Precondition Failed',
    413: 'Payload Too Large',
    415: 'Unsupported Media Type',
    422: 'Unprocessable Entity',
    423: 'Locked',
    428: 'Precondition Required',
    429: 'Too Many Requests',
    431: 'Request Header Fields Too Large',
    451: 'Unavailable For Legal Reasons',
    500: 'Internal Server Error',
    501: 'Not Implemented',
    502: 'Bad Gateway',
    503: 'Service Unavailable',
    504: 'Gateway Timeout',
});

let reasonPhrases: ReturnType<typeof createReasonPhrases> | undefined;

/** The reason phrase of an error status, `Error` when it has none of its own. */
export function toReasonPhrase(statusCode: number): string {
    reasonPhrases ??= createReasonPhrases();
    return Object.hasOwn(reasonPhrases, statusCode) ? (reasonPhrases[statusCode] as string) : 'Error';
}
