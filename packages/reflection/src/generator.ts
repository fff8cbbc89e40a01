/** For the compiler: models to code, and what front ends need to make models. */
export {completeModels} from './complete-models.ts';
export {createUnion} from './create-union.ts';
export {
    type CompiledRoutesCode,
    type CompiledRoutesSource,
    generateCompiledRoutes,
    type MethodSource,
} from './generate-compiled-routes.ts';
export {createModelHash, type HashModel, hashMethod} from './hash-model.ts';
export {createTypeGraph, type ResolvedModel, type TypeGraph} from './type-graph.ts';
