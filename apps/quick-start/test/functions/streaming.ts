/** Responses that are larger than Lambda sends in one piece, and such as are made while they are sent. */
import {setTimeout as sleep} from 'node:timers/promises';
import {createStreamingLambdaHandler} from '@mionkit/aws';
import {createRouter, type Routes} from '@mionkit/router';

const routes = {
    large: (): string => 'x'.repeat(8_000_000),
    ticks: async function* (): AsyncGenerator<{at: Date}> {
        for (let tick = 0; tick < 3; tick++) {
            await sleep(20);
            yield {at: new Date(tick)};
        }
    },
    neverEnds: async function* (): AsyncGenerator<number> {
        yield 1;
        await new Promise(() => {});
    },
    broken: (): ReadableStream<Uint8Array> => {
        let pieces = 0;
        return new ReadableStream({
            pull: (controller) => {
                if (pieces++ === 0) controller.enqueue(new Uint8Array([255, 0]));
                else controller.error(new RangeError('private'));
            },
        });
    },
} satisfies Routes;

const router = createRouter();
router.registerRoutes(routes);

export const handler = createStreamingLambdaHandler(router);
