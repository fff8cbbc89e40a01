/** For authors of middlewares: the functions of `@middy/util`, by the same names. */
export {clearCache, getCache, modifyCache} from './cache.ts';
export type {ClientOptions} from './client.ts';
export {canPrefetch, createClient, createPrefetchClient} from './client.ts';
export {getInternal} from './get-internal.ts';
export type {HttpErrorProperties} from './http-error.ts';
export {createError, HttpError} from './http-error.ts';
export {jsonSafeParse} from './json-safe-parse.ts';
export type {HttpResponse} from './normalize-http-response.ts';
export {normalizeHttpResponse} from './normalize-http-response.ts';
export type {CacheOptions, CacheResult} from './process-cache.ts';
export {processCache} from './process-cache.ts';
export {sanitizeKey} from './sanitize-key.ts';
