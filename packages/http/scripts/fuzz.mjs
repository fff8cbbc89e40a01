/** `pnpm fuzz [requests] [seed]`: the fuzzer of the tests with as many requests as said, one million otherwise. */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const [requests = '1000000', seed = String(Date.now() % 1e9)] = process.argv.slice(2);
console.log(`${requests} requests in process, a tenth over HTTP/1.1, a twentieth over HTTP/2; seed ${seed}`);
const {status} = spawnSync(process.execPath, ['../../scripts/jest.mjs', 'fuzz.test'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    stdio: 'inherit',
    env: {...process.env, FUZZ_REQUESTS: requests, FUZZ_SEED: seed},
});
process.exit(status ?? 1);
