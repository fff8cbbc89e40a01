/** Bundles each handler into one minified file in `dist/`, as its user would. mion comes from the sources of its packages. */
import {mkdirSync, writeFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {build} from 'esbuild';
import {mion} from '../../packages/compiler/dist/esbuild.js';
import {handlers} from './handlers.mjs';
import {routeCounts} from './route-counts.mjs';

const absWorkingDir = fileURLToPath(new URL('.', import.meta.url));

for (const [name, {source}] of Object.entries(handlers)) await bundle(`handlers/${source}`, name);
const {generateRoutes} = await loadGenerator();
for (const [name, routes] of Object.entries(routeCounts)) await bundle(writeRoutes(name, routes), name);

function bundle(entry, name) {
    return build({
        absWorkingDir,
        entryPoints: [entry],
        outfile: `dist/${name}.cjs`,
        bundle: true,
        minify: true,
        platform: 'node',
        format: 'cjs',
        target: 'node20',
        mainFields: ['module', 'main'],
        conditions: ['@mionkit/source'],
        plugins: [mion()],
        logLevel: 'error',
    });
}

async function loadGenerator() {
    const outfile = 'dist/generate-routes.mjs';
    await build({absWorkingDir, entryPoints: ['../../packages/test-kit/src/generate-routes.ts'], outfile, format: 'esm'});
    return import(`./${outfile}`);
}

// A program of so many routes of different types.
function writeRoutes(name, routes) {
    const folder = new URL(`dist/${name}/`, import.meta.url);
    mkdirSync(folder, {recursive: true});
    const handler = `import {awsLambdaHandler} from '@mionkit/aws';\nimport './api.ts';\nexport const handler = awsLambdaHandler;\n`;
    const files = {...generateRoutes({routes, modules: Math.min(routes, 25)}), 'handler.ts': handler};
    for (const [file, text] of Object.entries(files)) writeFileSync(new URL(file, folder), text);
    return `dist/${name}/handler.ts`;
}
