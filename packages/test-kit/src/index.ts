/** For the tests and benchmarks of mion's packages. */
export {countInstantiations} from './count-instantiations.ts';
export {type GenerateClientOptions, generateClient} from './generate-client.ts';
export {type GenerateRoutesOptions, generateRoutes} from './generate-routes.ts';
export {measureTypeCost, type TypeCost} from './measure-type-cost.ts';
export type {BadText, GoodValue, TypeCase} from './type-case.ts';
export {typeCases} from './type-cases.ts';
