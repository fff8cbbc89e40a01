import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {mion} from '../../compiler/dist/esbuild.js';

const folder = new URL('.', import.meta.url);
const toPath = (name) => fileURLToPath(new URL(name, folder));

/** Bundles the server and the requests of the soak from the sources, and answers where they are. Needs the built compiler. */
export async function buildSoak() {
    const options = {bundle: true, format: 'esm', target: 'node20', conditions: ['@mionkit/source'], platform: 'node'};
    const [server, requests] = [toPath('dist/soak-server.mjs'), toPath('dist/soak-requests.mjs')];
    await build({...options, entryPoints: [toPath('soak-server.ts')], outfile: server, plugins: [mion({metadata: true})]});
    const contents = "export * from '@mionkit/test-kit/fuzz'; export * from './test/send-raw.ts';";
    await build({...options, stdin: {contents, resolveDir: toPath('..')}, outfile: requests});
    return {server, requests};
}
