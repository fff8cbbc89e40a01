/** `node compile-routes.mjs <folder> [--edit]`: compiles the generated API in a folder; then again after an edit, and prints what it cost. */
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createCompiler} from '@mionkit/compiler';

const [, , folder, option] = process.argv;
const apiFile = join(folder, 'api.ts');
const code = readFileSync(apiFile, 'utf8');
const compiler = createCompiler();
const compiled = compiler.transform(code, apiFile);
if (option === '--edit') console.log(JSON.stringify({editMs: measureEdit(), ...measureMemory(), bytesPerRoute: countBytes()}));
compiler.close();

function measureEdit() {
    const moduleFile = join(folder, 'module7.ts');
    const text = readFileSync(moduleFile, 'utf8');
    writeFileSync(moduleFile, text.replace('status: ', 'edited: boolean;\n    status: '));
    const start = performance.now();
    compiler.changed([moduleFile]);
    const {code: edited} = compiler.transform(code, apiFile);
    const editMs = Math.round(performance.now() - start);
    writeFileSync(moduleFile, text);
    if (!edited.includes('edited')) throw new Error('The edit is not in the generated code.');
    return editMs;
}

function measureMemory() {
    const checkerKilobytes = execFileSync('ps', ['-o', 'rss=', '--ppid', String(process.pid)], {encoding: 'utf8'}).match(
        /\d+/,
    )?.[0];
    return {megabytes: Math.round(process.memoryUsage.rss() / 1e6), checkerMegabytes: Math.round(Number(checkerKilobytes) / 1e3)};
}

function countBytes() {
    return Math.round((compiled.code.length - code.length) / 500);
}
