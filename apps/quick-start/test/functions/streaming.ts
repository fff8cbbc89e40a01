/** A response that is larger than Lambda sends in one piece. */
import {createStreamingLambdaHandler} from '@mionkit/aws';
import {createRouter, type Routes} from '@mionkit/router';

const routes = {
    large: (): string => 'x'.repeat(8_000_000),
} satisfies Routes;

const router = createRouter();
router.registerRoutes(routes);

export const handler = createStreamingLambdaHandler(router);
