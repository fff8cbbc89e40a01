/**
 * `pnpm bench:cold [--parts start,invocation,routes] [--handlers bare,mion] [--nodes 22,/path/to/node] [--starts 25] [--rounds 15] [--slice 40] [--skip-build]`:
 * what mion and its peers cost on Lambda, before the first answer and for every one after it.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {makeEvent} from './events.mjs';
import {calls, handlers} from './handlers.mjs';
import {measureInvocations} from './measure-invocations.mjs';
import {measureStarts} from './measure-starts.mjs';
import {makeGeneratedEvent, routeCounts} from './route-counts.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const {values: options} = parseArgs({
    options: {
        parts: {type: 'string', default: 'start,invocation,routes'},
        handlers: {type: 'string', default: Object.keys(handlers).join()},
        nodes: {type: 'string', default: '20,22,24'},
        starts: {type: 'string', default: '25'},
        rounds: {type: 'string', default: '15'},
        slice: {type: 'string', default: '40'},
        'skip-build': {type: 'boolean', default: false},
    },
});
const parts = options.parts.split(',');
const chosen = ['empty', 'bare', ...options.handlers.split(',').filter((name) => name !== 'empty' && name !== 'bare')];
const bundles = chosen.map((name) => ({name, label: handlers[name].label}));
const rounds = Number(options.rounds);

prepare();
for (const node of options.nodes.split(',').map(findNode)) {
    const version = spawnSync(node, ['--version'], {encoding: 'utf8'}).stdout.trim();
    // Checks all answers, so it is the first.
    if (parts.includes('invocation')) await printInvocations(node, version);
    if (parts.includes('start')) printStarts(node, version);
    if (parts.includes('routes')) printRoutes(node, version);
}

async function printInvocations(node, version) {
    console.log(`Node ${version}: CPU time of one invocation in a warm process, ${rounds} rounds of ${options.slice} ms\n`);
    await measureInvocations({node, rounds, slice: Number(options.slice), bundles, calls: Object.keys(calls)});
}

function printStarts(node, version) {
    console.log(
        `Node ${version}: from nothing to the first response (update), ${options.starts} starts each, over the empty handler's\n`,
    );
    const {input} = calls.update;
    const withEvents = bundles.map((bundle) => ({
        ...bundle,
        event: makeEvent('/update', handlers[bundle.name].toBody('update', input)),
    }));
    measureStarts({node, rounds: Number(options.starts), bundles: withEvents});
}

function printRoutes(node, version) {
    console.log(`Node ${version}: the same for mion with more routes, each of a type of its own\n`);
    const event = makeGeneratedEvent();
    const programs = Object.entries(routeCounts).map(([name, count]) => ({name, label: `mion, ${count} routes`, event}));
    measureStarts({node, rounds: Number(options.starts), bundles: [{...bundles[0], event}, ...programs]});
}

// A major version of the folder's own package, or a path.
function findNode(name) {
    if (!/^\d+$/.test(name)) return name;
    const file = `${folder}node_modules/node-${name}/bin/node`;
    if (existsSync(file)) return file;
    console.warn(`Node ${name} comes from npm only on Linux with x64: this is ${process.version}.`);
    return process.execPath;
}

function prepare() {
    if (!existsSync(`${folder}node_modules`)) runOrExit('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], folder);
    if (options['skip-build']) return;
    const build = ['exec', 'turbo', 'run', 'build', '--filter=@mionkit/compiler', '--output-logs=errors-only'];
    runOrExit('pnpm', build, `${folder}/../..`);
    runOrExit(process.execPath, ['build.mjs'], folder);
}

function runOrExit(command, args, cwd) {
    const {status} = spawnSync(command, args, {cwd, stdio: 'inherit', shell: process.platform === 'win32'});
    if (status !== 0) process.exit(status ?? 1);
}
