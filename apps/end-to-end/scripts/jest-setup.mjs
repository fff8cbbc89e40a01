/** Installs mion once for all test files. Its folder is in the environment variable MION_INSTALLED. */
import {fileURLToPath} from 'node:url';
import {installPackages} from './install-packages.mjs';

// biome-ignore lint/style/noDefaultExport: jest demands one.
export default function setup() {
    process.env.MION_INSTALLED = installPackages(fileURLToPath(new URL('../test/fixtures/tools/package.json', import.meta.url)));
}
