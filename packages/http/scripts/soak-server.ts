import {type CallContext, createRouter, getMethodsMetadata} from '@mionkit/router';
import {fuzzRoutes} from '@mionkit/test-kit/fuzz';
import {startNodeServer} from '../src/index.ts';

let rejections = 0;
process.on('unhandledRejection', () => {
    rejections++;
});

const router = createRouter({prefix: 'soak', timeoutMs: 5000});
router.registerRoutes({
    ...fuzzRoutes,
    slow: async (ctx: CallContext): Promise<boolean> => {
        await new Promise((done) => setTimeout(done, 50));
        return ctx.signal.aborted;
    },
});
const server = await startNodeServer({port: 0, host: '127.0.0.1', compression: true, decompression: true}, router);

process.on('message', (what) => process.send?.(what === 'end' ? {rejections} : readMemory()));
process.send?.({port: (server.address() as {port: number}).port, methods: getMethodsMetadata(router)});

function readMemory(): {heapMb: number; rssMb: number} {
    globalThis.gc?.();
    const {heapUsed, rss} = process.memoryUsage();
    return {heapMb: Math.round(heapUsed / 1e5) / 10, rssMb: Math.round(rss / 1e6)};
}
