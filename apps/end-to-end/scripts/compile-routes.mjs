/** `node compile-routes.mjs <folder> [--edits]`: compiles the generated API in a folder; then again after each of some edits, and prints what it cost. */
import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {createCompiler} from '@mionkit/compiler';

const [, , folder, option] = process.argv;
const apiFile = join(folder, 'api.ts');
const code = readFileSync(apiFile, 'utf8');
const compiler = createCompiler();
const compiled = compiler.transform(code, apiFile);
if (option === '--edits') console.log(JSON.stringify({...measureEdits(), ...measureMemory(), bytesPerRoute: countBytes()}));
compiler.close();

// Each edit is in another module. The first one still warms up what the ones after it use.
function measureEdits() {
    const [firstEditMs, ...others] = Array.from({length: 10}, (_, index) => measureEdit(`module${index + 7}.ts`));
    return {firstEditMs, editMs: others.sort((a, b) => a - b)[4]};
}

function measureEdit(module) {
    const moduleFile = join(folder, module);
    const text = readFileSync(moduleFile, 'utf8');
    const property = module.replace('module', 'edited').replace('.ts', '');
    const start = performance.now();
    const edited = compileWith(moduleFile, text.replace('status: ', `${property}: boolean;\n    status: `));
    const editMs = Math.round(performance.now() - start);
    if (!edited.includes(property)) throw new Error('The edit is not in the generated code.');
    if (compileWith(moduleFile, text) !== compiled.code) throw new Error('The edit stays in the generated code.');
    return editMs;
}

function compileWith(file, text) {
    writeFileSync(file, text);
    compiler.changed([file]);
    return compiler.transform(code, apiFile).code;
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
