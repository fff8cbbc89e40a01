import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {delimiter, dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findNode} from './start-function.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const tools = ['cmake', 'autoconf', 'automake', 'libtoolize', 'make', 'g++'];
const packages = ['cmake', 'autoconf', 'automake', 'libtool', 'make', 'g++', 'libcurl4-openssl-dev'];

/** Installs AWS's runtime client, unless it is there. It is compiled here, by its own Node 22. */
export function installRuntimeClient() {
    if (existsSync(`${folder}/node_modules/aws-lambda-ric/rapid-client.node`)) return;
    assertTools();
    run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund']);
    const env = {...process.env, PATH: `${dirname(findNode(22))}${delimiter}${process.env.PATH}`};
    run('npm', ['rebuild', 'aws-lambda-ric'], env);
}

function assertTools() {
    const missing = tools.filter((tool) => spawnSync('which', [tool]).status !== 0);
    if (missing.length === 0) return;
    console.error(
        `aws-lambda-ric is compiled on installation, which needs ${missing.join(', ')}. On Debian: apt-get install ${packages.join(' ')}`,
    );
    process.exit(1);
}

function run(command, args, env = process.env) {
    const {status} = spawnSync(command, args, {cwd: folder, stdio: 'inherit', env});
    if (status !== 0) process.exit(status ?? 1);
}
