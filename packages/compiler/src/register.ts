/**
 * Runs TypeScript, with mion's routes compiled, directly on Node: `node --import @mionkit/compiler/register src/server.ts`.
 */
import * as nodeModule from 'node:module';
import {MessageChannel, receiveMessageOnPort} from 'node:worker_threads';
import {hookRequire} from './hook-require.ts';
import * as hooks from './node-hooks.ts';
import {watchFiles} from './watch-files.ts';

/** Node's newer interface, which the types of Node 20 lack. */
const {registerHooks} = nodeModule as {readonly registerHooks?: (hooks: object) => void};

process.setSourceMapsEnabled(true);
hookRequire();
if (registerHooks) registerHooks(hooks);
else registerThread();

/** Before 22.15 Node has only hooks that run in a thread. */
function registerThread(): void {
    const {port1, port2} = new MessageChannel();
    port1.on('message', watchFiles).unref();
    // A compile error may end the program before it hears of the files.
    process.on('exit', () => {
        for (let next = receiveMessageOnPort(port1); next; next = receiveMessageOnPort(port1)) watchFiles(next.message);
    });
    nodeModule.register('./node-hooks.js', {parentURL: import.meta.url, data: port2, transferList: [port2]});
}
