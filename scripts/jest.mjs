/** Runs jest for the package in the current folder, in ESM mode, and leaves its results in reports/jest.json. */
import {spawnSync} from 'node:child_process';
import {mkdirSync} from 'node:fs';
import {createRequire} from 'node:module';

const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const nodeOptions = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
const jestOptions = ['--passWithNoTests', '--json', '--outputFile=reports/jest.json'];

mkdirSync('reports', {recursive: true});
const {status} = spawnSync(process.execPath, [...nodeOptions, jest, ...jestOptions, ...process.argv.slice(2)], {
    // The JSON goes to the file; what jest prints for people goes to stderr.
    stdio: ['inherit', 'ignore', 'inherit'],
});
process.exit(status ?? 1);
