import {findFreePort} from './find-free-port.ts';
import {runScript, type Script} from './run-script.ts';

/** The API on node http in a process of its own, as `npm start` starts it. */
export interface Server extends Script {
    readonly port: number;
    /** Resolves when the process has ended. */
    stop(): Promise<void>;
}

/** Starts the server on a free port. Resolves when it has printed its example call. */
export async function startServer(): Promise<Server> {
    const port = await findFreePort();
    const script = runScript('serve-node-http.ts', {PORT: String(port)});
    await script.untilOutput(/curl .*\n/);
    const stop = async () => {
        script.child.kill();
        await script.exit();
    };
    return {...script, port, stop};
}
