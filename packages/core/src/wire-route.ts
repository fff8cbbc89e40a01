import type {CompiledMethod, MethodCodec} from './compiled-routes.ts';

/** What registration has to know of most routes. A call is less code than an object, and hundreds of calls start faster than as many objects. */
export function toRoute(hash: string, paramCount: number, getCodec: () => MethodCodec): CompiledMethod {
    return {kind: 'route', hash, paramCount, hasResult: true, getCodec};
}
