import type {RpcError} from '@mionkit/core';
import type {HookCall} from './hook-call.ts';
import type {Received} from './received.ts';

/** The data of what a function returns, as a client receives it: awaited, and without its errors and methods. */
export type ResultData<TResult> = Received<Exclude<Awaited<TResult>, RpcError>>;

/** The errors that a function declares in its return type. */
export type ResultError<TResult> = Extract<Awaited<TResult>, RpcError>;

/** How a call of a route with these hooks ended: with data, or with an error that they declare or any other `RpcError`. */
export type CallResult<TData, TError, THooks extends readonly HookCall[] = readonly HookCall[]> =
    | CallSuccess<TData, THooks>
    | CallFailure<TError | HookError<THooks[number]> | RpcError, THooks>;

/** A call that ended with data. */
export interface CallSuccess<TData, THooks extends readonly HookCall[]> {
    readonly data: TData;
    readonly error?: undefined;
    /** What the passed hooks returned, in their order. */
    readonly hooks: HooksData<THooks>;
}

/** A call that ended with an error. */
export interface CallFailure<TError, THooks extends readonly HookCall[]> {
    readonly data?: undefined;
    readonly error: TError;
    /** What the passed hooks returned, in their order, as far as they ran. */
    readonly hooks: Partial<HooksData<THooks>>;
}

/** What hooks return, in the order in which they were passed. */
export type HooksData<THooks extends readonly HookCall[]> = {
    readonly [TIndex in keyof THooks]: THooks[TIndex] extends HookCall<infer TData> ? TData : never;
};

type HookError<THook> = THook extends HookCall<unknown, infer TError> ? TError : never;
