/** For fuzzers: requests from the types of an API, and what every response has to be. */
export {type AbuseCase, abuseCases} from './abuse-cases.ts';
export {findViolation, PRIVATE_MARK} from './fuzz-oracles.ts';
export {createFuzzRequest, type FuzzTarget} from './fuzz-requests.ts';
export {fuzzRoutes} from './fuzz-routes.ts';
export {createRandom, type Random} from './random.ts';
export {canBeSent, type FuzzReport, runFuzz} from './run-fuzz.ts';
