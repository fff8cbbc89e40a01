/** Runs all scenarios in this process, and prints a table of the packages. */
import {readFileSync} from 'node:fs';
import {scenarios as fetching} from './scenarios-fetching.mjs';
import {scenarios as general} from './scenarios-general.mjs';
import {scenarios as http} from './scenarios-http.mjs';
import {scenarios as powertools} from './scenarios-powertools.mjs';

const print = console.log;
const rows = [];
const failures = [];
for (const {package: name, notes, ...checks} of [...http, ...general, ...fetching, ...powertools]) {
    let passed = 0;
    for (const [title, check] of Object.entries(checks)) {
        try {
            await check();
            passed++;
        } catch (error) {
            failures.push(`${name}: ${title}\n${error?.stack ?? error}`);
        }
    }
    const total = Object.keys(checks).length;
    rows.push([name, version(name), passed === total ? `yes (${total})` : `${passed} of ${total}`, notes]);
}

print(`Node ${process.version}. The number is of the scenarios that it works in.\n`);
print(toTable([['package', 'version', 'works', 'notes'], ...rows]));
const failed = rows.filter(([, , works]) => !works.startsWith('yes')).length;
print(`\n${rows.length - failed} packages work, ${failed} do not`);
for (const failure of failures) print(`\n${failure}`);
process.exit(failures.length > 0 ? 1 : 0);

function version(name) {
    return JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version;
}

function toTable([head, ...body]) {
    return [head, head.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
