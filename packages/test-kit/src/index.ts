/** For the tests and benchmarks of mion's packages. */
export {type GenerateRoutesOptions, generateRoutes} from './generate-routes.ts';
