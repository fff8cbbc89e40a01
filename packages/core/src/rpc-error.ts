import {toReasonPhrase} from './status-codes.ts';

const brand: unique symbol = Symbol.for('@mionkit/core/RpcError') as never;

/** What an `RpcError` is made of. */
export interface RpcErrorOptions<TName extends string = string, TData = unknown> {
    /** The HTTP status of the response, unless an earlier error set it. */
    readonly statusCode: number;
    /** For logs. Stays on the server. @default the public message */
    readonly message?: string;
    /** What the client is told. @default the reason phrase of the status */
    readonly publicMessage?: string;
    /** What clients tell errors apart by. @default the reason phrase of the status */
    readonly name?: TName;
    /** Data for the client. Encoded by its type where the return type declares it, as plain JSON otherwise. */
    readonly errorData?: TData;
    /** The error that caused this one. Stays on the server. */
    readonly originalError?: unknown;
    /** Identifies this occurrence, in the logs and for the client. */
    readonly id?: string;
}

/** An error as it travels. */
export interface PublicRpcError<TName extends string = string, TData = unknown> {
    readonly name: TName;
    readonly statusCode: number;
    readonly message: string;
    readonly errorData?: TData;
    readonly id?: string;
}

/**
 * An error that the client gets to see: its name, status, public message and data. Throwing one and returning one are the same.
 *
 * Compare with `isRpcError`, not with `instanceof`, which fails across two copies of the package.
 *
 * @example
 * throw new RpcError({statusCode: 404, name: 'UserNotFound', publicMessage: 'There is no such user', errorData: {id}});
 */
export class RpcError<TName extends string = string, TData = unknown> extends Error {
    declare readonly name: TName;
    /** The HTTP status. */
    declare readonly statusCode: number;
    /** What the client is told. */
    declare readonly publicMessage: string;
    /** Data for the client. */
    declare readonly errorData: TData;
    /** The error that caused this one. Never travels. */
    declare readonly originalError: unknown;
    /** Identifies this occurrence. */
    declare readonly id: string | undefined;
    declare readonly [brand]: true;

    constructor(options: RpcErrorOptions<TName, TData>) {
        const reason = toReasonPhrase(options.statusCode);
        const publicMessage = options.publicMessage ?? reason;
        super(options.message ?? publicMessage);
        this.name = options.name ?? (reason as TName);
        this.statusCode = options.statusCode;
        this.publicMessage = publicMessage;
        this.errorData = options.errorData as TData;
        this.originalError = options.originalError;
        this.id = options.id;
        this[brand] = true;
    }

    /** What travels, and what `JSON.stringify` writes: no stack, no private message, no original error. */
    toJSON(): PublicRpcError<TName, TData> {
        return {
            name: this.name,
            statusCode: this.statusCode,
            message: this.publicMessage,
            ...(this.errorData === undefined ? undefined : {errorData: this.errorData}),
            ...(this.id === undefined ? undefined : {id: this.id}),
        };
    }
}

/** The names of the errors in `TError` that say their name. */
export type RpcErrorName<TError> = TError extends RpcError<infer TName> ? (string extends TName ? never : TName) : never;

/**
 * Whether a value is an `RpcError`, of this copy of the package or of another.
 *
 * With a name, whether it is one of that name; where the value's type declares such an error, it is narrowed to that, data included.
 */
export function isRpcError(value: unknown): value is RpcError;
export function isRpcError<TError, const TName extends RpcErrorName<TError>>(
    value: TError,
    name: TName,
): value is Extract<TError, RpcError<TName>>;
export function isRpcError<TName extends string>(value: unknown, name: TName): value is RpcError<TName>;
export function isRpcError(value: unknown, name?: string): boolean {
    if (typeof value !== 'object' || value === null) return false;
    const error = value as {[brand]?: unknown; name?: unknown};
    return error[brand] === true && (name === undefined || error.name === name);
}
