import {spawn, spawnSync} from 'node:child_process';
import {writeFileSync} from 'node:fs';
import {createServer} from 'node:net';

const folder = new URL('.', import.meta.url);
const binOf = (name) => new URL(`binaries/node_modules/.bin/${name}`, folder).pathname;

/** The runtimes, each with how it serves `dist/worker.mjs`, and the cases that can't be asked of it. */
export const runtimes = [
    {name: 'workerd', start: startWorkerd, skip: {}},
    {name: 'bun', start: () => startScript(binOf('bun'), ['serve-bun.mjs']), skip: {}},
    {name: 'deno', start: () => startScript(binOf('deno'), ['run', '--allow-net', 'serve-deno.mjs']), skip: {}},
];

/** The version that a runtime says it has. */
export function readVersion(name) {
    return spawnSync(binOf(name), ['--version'], {encoding: 'utf8'}).stdout.split('\n')[0].trim();
}

async function startWorkerd() {
    const port = await findFreePort();
    writeFileSync(
        new URL('dist/workerd.capnp', folder),
        `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = .worker)], sockets = [(name = "http", address = "127.0.0.1:${port}", http = (), service = "main")]);
const worker :Workerd.Worker = (modules = [(name = "worker", esModule = embed "worker.mjs")], compatibilityDate = "2025-01-01");
`,
    );
    const child = spawn(binOf('workerd'), ['serve', 'dist/workerd.capnp'], {cwd: folder, stdio: 'inherit'});
    await untilListening(port);
    return {port, stop: () => child.kill()};
}

async function startScript(command, args) {
    const child = spawn(command, args, {cwd: folder, stdio: ['ignore', 'pipe', 'inherit']});
    for await (const text of child.stdout) {
        const port = /port (\d+)/.exec(String(text))?.[1];
        if (port !== undefined) return {port: Number(port), stop: () => child.kill()};
    }
    throw new Error(`${command} ended before it listened`);
}

function findFreePort() {
    return new Promise((resolve) => {
        const server = createServer().listen(0, '127.0.0.1', () => {
            const {port} = server.address();
            server.close(() => resolve(port));
        });
    });
}

async function untilListening(port) {
    for (let turn = 0; turn < 100; turn++) {
        try {
            await fetch(`http://127.0.0.1:${port}/`);
            return;
        } catch {
            await new Promise((done) => setTimeout(done, 50));
        }
    }
    throw new Error(`Nothing listens on port ${port}`);
}
