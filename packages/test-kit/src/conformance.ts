/** For the tests of adapters: the requests that all of them have to answer alike. */
export {type AdapterName, type ConformanceCase, type RawRequest, type RawResponse, toRawResponse} from './conformance-case.ts';
export {conformanceCases} from './conformance-cases.ts';
export {conformanceRoutes} from './conformance-routes.ts';
export {createFetchSender, type SendRaw} from './send-fetch.ts';
export {streamCases, streamRoutes, withoutFraming} from './stream-conformance.ts';
