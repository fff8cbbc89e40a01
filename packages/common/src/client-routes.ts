import {type MethodsMetadata, RpcError} from '@mionkit/core';
import {getMethodsMetadata, type Router, type Routes} from '@mionkit/router';

/**
 * The routes that mion's clients read: `registerRoutes(clientRoutes)`, on the router whose API the clients call.
 *
 * `mion/methods` answers with the metadata of the methods that are asked for and of the hooks in their plans, by id. Whoever may call it learns
 * the types of all public methods.
 */
export const clientRoutes = {
    mion: {
        // The result is unknown on purpose: type models are JSON, and a codec for them would be the largest of the program.
        methods: (ctx, ids: string[], all?: boolean): unknown =>
            all ? getMethodsMetadata(ctx.router) : getSome(ctx.router, ids),
    },
} satisfies Routes;

function getSome(router: Router, ids: readonly string[]): MethodsMetadata {
    const methods = getMethodsMetadata(router, ids);
    const unknownIds = ids.filter((id) => !Object.hasOwn(methods, id));
    if (unknownIds.length > 0) throw createUnknownMethodsError(unknownIds);
    const hookIds = Object.values(methods).flatMap((method) => method.hookIds);
    return {...methods, ...getMethodsMetadata(router, hookIds)};
}

function createUnknownMethodsError(ids: readonly string[]): RpcError {
    return new RpcError({
        statusCode: 404,
        publicMessage: `There are no public methods with these ids: ${ids.join(', ')}.`,
        errorData: {ids},
    });
}
