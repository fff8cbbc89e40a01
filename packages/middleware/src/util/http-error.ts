import {reasonPhrases} from './reason-phrases.ts';

/** What an `HttpError` can have beside its status and message. Anything else given becomes a property of the error. */
export interface HttpErrorProperties {
    /** Whether the client may see the message. @default below 500 */
    readonly expose?: boolean;
    /** What caused it. */
    readonly cause?: unknown;
    /** Headers for the response. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly [property: string]: unknown;
}

/** An error that an error handler answers with its status, and with its message where `expose` says so. */
export class HttpError extends Error {
    /** The HTTP status. */
    readonly statusCode: number;
    /** The HTTP status, by the name that the package http-errors uses. */
    readonly status: number;
    /** Whether the client may see the message. */
    readonly expose: boolean;
    readonly [property: string]: unknown;

    /** @param message @default the reason phrase of the status */
    constructor(statusCode: number, message?: string | HttpErrorProperties, properties?: HttpErrorProperties) {
        const [text, {cause, ...rest}] = typeof message === 'object' ? [undefined, message] : [message, properties ?? {}];
        const reason = reasonPhrases[statusCode] ?? '';
        super(text ?? reason, cause === undefined ? undefined : {cause});
        this.name = toName(reason);
        this.statusCode = this.status = statusCode;
        this.expose = statusCode < 500;
        Object.assign(this, rest);
    }
}

/** Makes an `HttpError`: `throw createError(404)`. */
export function createError(statusCode: number, message?: string, properties?: HttpErrorProperties): HttpError {
    return new HttpError(statusCode, message, properties);
}

function toName(reason: string): string {
    const name = reason.replace(/[^a-zA-Z]/g, '') || 'Unknown';
    return name.endsWith('Error') ? name : `${name}Error`;
}
