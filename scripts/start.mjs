/** `npm start`: sets everything up and serves the example API on node http, at the port in `PORT` or 3000. */
import {spawn} from 'node:child_process';
import {join} from 'node:path';
import {fail, root, run, setup} from './setup.mjs';

setup();
// Turbo's report goes to stderr's place only when something is wrong: the user came for the server.
if (run('turbo', ['run', 'build', '--filter=@mionkit/quick-start^...', '--output-logs=errors-only']) !== 0) {
    fail('The packages could not be built: see the message above.');
}

const server = spawn(process.execPath, ['--import', '@mionkit/compiler/register', 'src/serve-node-http.ts'], {
    cwd: join(root, 'apps', 'quick-start'),
    stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
