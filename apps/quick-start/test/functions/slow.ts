/** Routes that take longer than the function may run. */
import {setTimeout as wait} from 'node:timers/promises';
import {createLambdaHandler} from '@mionkit/aws';
import {createRouter, type Routes} from '@mionkit/router';

const routes = {
    stopsInTime: async (ctx): Promise<string> => {
        await wait(60_000, undefined, {signal: ctx.signal}).catch(() => {});
        return 'stopped';
    },
    neverEnds: async (ctx): Promise<string> => {
        ctx.signal.throwIfAborted();
        await wait(60_000);
        return 'ended';
    },
    log: {
        forceRunOnError: true,
        hook: (ctx): void => console.log('logged', ctx.path, ctx.response.statusCode),
    },
} satisfies Routes;

const router = createRouter();
router.registerRoutes(routes);

export const handler = createLambdaHandler(router);
