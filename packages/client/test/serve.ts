import type {AddressInfo} from 'node:net';
import {startNodeServer} from '@mionkit/http';
import type {Router} from '@mionkit/router';

/** A server on a free port of this machine. */
export interface TestServer {
    readonly baseURL: string;
    readonly close: () => Promise<void>;
}

/** Serves a router on node http. */
export async function serve(router: Router): Promise<TestServer> {
    const server = await startNodeServer({port: 0, host: '127.0.0.1'}, router);
    return {
        baseURL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        close: () => new Promise((resolve) => server.close(() => resolve())),
    };
}
