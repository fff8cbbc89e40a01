import {createRouter} from '@mionkit/router';
import {conformanceRoutes} from '@mionkit/test-kit/conformance';
import {fuzzRoutes} from '@mionkit/test-kit/fuzz';
import {createFetchHandler} from '../src/fetch-handler.ts';

const conformance = createRouter({prefix: 'api'});
conformance.registerRoutes(conformanceRoutes);
const fuzz = createRouter({prefix: 'fuzz'});
fuzz.registerRoutes(fuzzRoutes);
const [handleConformance, handleFuzz] = [createFetchHandler(conformance), createFetchHandler(fuzz)];

/** What a runtime is given to serve: the routes of the conformance suite, and those of the corpus of attacks. */
export function handle(request: Request): Promise<Response> {
    return new URL(request.url).pathname.toLowerCase().startsWith('/fuzz') ? handleFuzz(request) : handleConformance(request);
}

// biome-ignore lint/style/noDefaultExport: workerd serves the default export of a module
export default {fetch: handle};
