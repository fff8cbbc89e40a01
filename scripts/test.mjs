/**
 * `npm test`: sets everything up and runs every check. Ends with `N passed, N failed` over all packages.
 *
 * The exit code is 0 only if every step went well: lint, unused code, types, tests, package checks.
 */
import {existsSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {join, relative} from 'node:path';
import {root, run, setup} from './setup.mjs';

const workspaceFolders = ['packages', 'apps'];

setup();
const reports = findReportPaths();
for (const report of reports) rmSync(report, {force: true});

const steps = [
    ['lint', () => run('biome', ['check', '.', '--error-on-warnings'])],
    ['unused code', () => run('knip', ['--no-progress'])],
    [
        'types, tests, packages',
        () => run('turbo', ['run', 'typecheck', 'test', 'check:package', '--continue=always', '--output-logs=new-only']),
    ],
];
const failedSteps = steps.filter(([, step]) => step() !== 0).map(([name]) => name);
const results = reports.filter(existsSync).map((path) => JSON.parse(readFileSync(path, 'utf8')));
const {passed, failed} = countTests(results);
printFailures(results);

if (failedSteps.length > 0) console.error(`\nFailed: ${failedSteps.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failedSteps.length > 0 || failed > 0 || passed === 0 ? 1 : 0);

function findReportPaths() {
    return workspaceFolders.flatMap((folder) => {
        const names = existsSync(join(root, folder)) ? readdirSync(join(root, folder)) : [];
        return names.map((name) => join(root, folder, name, 'reports', 'jest.json'));
    });
}

// A suite that could not even be loaded counts as one failure.
function countTests(results) {
    const sum = (field) => results.reduce((total, result) => total + result[field], 0);
    return {passed: sum('numPassedTests'), failed: sum('numFailedTests') + sum('numRuntimeErrorTestSuites')};
}

/** Again, because what jest printed about them stands far above, between the lines of other packages. */
function printFailures(results) {
    for (const {name, message, status} of results.flatMap(({testResults}) => testResults)) {
        if (status === 'failed') console.error(`\n${relative(root, name)}\n${message}`);
    }
}
