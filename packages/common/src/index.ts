/** For programs: what they register beside their own routes. */
export {clientRoutes} from './client-routes.ts';
