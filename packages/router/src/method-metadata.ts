import type {Definitions, MethodMetadata, MethodsMetadata, TypeModel} from '@mionkit/core';
import type {Router} from './router.ts';

/**
 * What clients may know of a router's methods with these ids, by id: by default all. Unknown and private ids are left out.
 *
 * Throws when the program was compiled without the type models.
 */
export function getMethodsMetadata(router: Router, ids: readonly string[] = router.getMethodIds()): MethodsMetadata {
    const metadata = ids.flatMap((id) => getMetadata(router, id) ?? []);
    return Object.fromEntries(metadata.map((method) => [method.id, method]));
}

function getMetadata(router: Router, id: string): MethodMetadata | undefined {
    const method = router.getPublicMethod(id);
    if (method === undefined) return undefined;
    const models = router.getModels().find(({methods}) => Object.hasOwn(methods, id));
    const model = models?.methods[id];
    if (models === undefined || model === undefined)
        throw new Error(
            `'${id}' was compiled without its type model. Import \`@mionkit/common\` in the program, or set the compiler's option \`metadata\`.`,
        );
    const {params, returns, errors} = model;
    const definitions = collectDefinitions([params, returns, errors], models.definitions);
    return {
        ...method,
        params,
        returns,
        ...(errors === undefined ? undefined : {errors}),
        ...(Object.keys(definitions).length === 0 ? undefined : {definitions}),
    };
}

// Only what these models refer to, directly or through each other: the table of the whole tree can be large.
function collectDefinitions(models: unknown, all: Definitions, found: Record<string, TypeModel> = {}): Definitions {
    if (typeof models !== 'object' || models === null) return found;
    const {kind, name} = models as {readonly kind?: unknown; readonly name?: unknown};
    if (kind === 'ref' && typeof name === 'string' && !Object.hasOwn(found, name)) {
        const model = all[name] as TypeModel;
        found[name] = model;
        collectDefinitions(model, all, found);
    }
    for (const inner of Object.values(models)) collectDefinitions(inner, all, found);
    return found;
}
