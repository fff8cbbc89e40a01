/** For programs that call a mion API. */
export {type CallAllOptions, type CallResults, callAll} from './call-all.ts';
export type {CallOptions} from './call-options.ts';
export type {CallFailure, CallResult, CallSuccess, HooksData, ResultData, ResultError} from './call-result.ts';
export type {Client, ClientControl} from './client.ts';
export type {ClientOptions, ContractFile} from './client-options.ts';
export type {ClientKind, ClientTree, HookMethod, RouteMethod} from './client-tree.ts';
export type {HookCall} from './hook-call.ts';
export {initClient} from './init-client.ts';
export type {Received} from './received.ts';
export type {RouteCall} from './route-call.ts';
