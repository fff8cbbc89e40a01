/**
 * Runs TypeScript, with mion's routes compiled, directly on Node: `node --import @mionkit/compiler/register src/server.ts`.
 */
import * as nodeModule from 'node:module';
import * as hooks from './node-hooks.ts';
import {compileRequires, resolveRequires} from './require-hooks.ts';

/** Node's newer interface, which the types of Node 20 lack. */
const {registerHooks} = nodeModule as {readonly registerHooks?: (hooks: object) => void};

process.setSourceMapsEnabled(true);
resolveRequires();
if (registerHooks) {
    registerHooks(hooks);
} else {
    nodeModule.register('./node-hooks.js', import.meta.url);
    compileRequires();
}
