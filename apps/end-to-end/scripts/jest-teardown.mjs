/** Removes what the setup installed. */
import {rmSync} from 'node:fs';

// biome-ignore lint/style/noDefaultExport: jest demands one.
export default function teardown() {
    rmSync(process.env.MION_INSTALLED, {recursive: true, force: true});
}
