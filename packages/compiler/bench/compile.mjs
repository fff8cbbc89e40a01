/**
 * Measures what compiling costs: 500 generated routes in 25 modules, cold with the start of both processes, again after an edit, and memory.
 *
 * `node packages/compiler/bench/compile.mjs [routes]`, after a build.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {createCompiler} from '@mionkit/compiler';
import {generateRoutes} from '@mionkit/test-kit';

const runs = 7;
const [argument = '500', directory] = process.argv.slice(2);

if (argument === '--once') compileOnce(directory);
else measure(Number(argument));

/** What a cold run measures: a new process that compiles the file and ends. */
function compileOnce(folder) {
    const {compiler, compile} = open(folder);
    compile();
    compiler.close();
}

function measure(routes) {
    const folder = createProject(routes);
    try {
        const cold = Array.from({length: runs}, () =>
            time(() => spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--once', folder])),
        );
        const start = Array.from({length: runs}, () => time(() => spawnSync(process.execPath, ['--eval', ''])));
        print(`${routes} routes, cold, with the start of node`, cold);
        print('of that the start of node', start);
        measureEdits(folder);
    } finally {
        rmSync(folder, {recursive: true});
    }
}

function measureEdits(folder) {
    const {compiler, compile} = open(folder);
    const {code} = compile();
    const file = join(folder, 'module3.ts');
    const text = readFileSync(file, 'utf8');
    const edits = Array.from({length: runs}, (_, index) => {
        writeFileSync(file, text.replace('id: string', `id: string; edit${index}: number`));
        compiler.changed([file]);
        return time(compile);
    });
    print('after an edit in one module', edits);
    print(
        'again, nothing changed',
        Array.from({length: runs}, () => time(compile)),
    );
    console.log(`generated code: ${code.length} bytes, ${gzipSync(code).length} gzipped`);
    console.log(`memory: ${toMegabytes(process.memoryUsage().rss)} here, ${toMegabytes(checkerMemory())} in the checker`);
    compiler.close();
}

function open(folder) {
    const compiler = createCompiler({cwd: folder});
    const file = join(folder, 'api.ts');
    const code = readFileSync(file, 'utf8');
    return {compiler, compile: () => compiler.transform(code, file)};
}

/** A project as a user has it, with mion's packages in node_modules. */
function createProject(routes) {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mion-bench-')));
    const compilerOptions = {
        target: 'es2023',
        module: 'nodenext',
        types: [],
        strict: true,
        noEmit: true,
        allowImportingTsExtensions: true,
    };
    const files = {
        ...generateRoutes({routes}),
        'tsconfig.json': JSON.stringify({compilerOptions}),
        'package.json': '{"type": "module"}',
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    mkdirSync(join(folder, 'node_modules/@mionkit'), {recursive: true});
    for (const name of ['core', 'router']) {
        symlinkSync(fileURLToPath(new URL(`../../${name}`, import.meta.url)), join(folder, 'node_modules/@mionkit', name));
    }
    return folder;
}

function time(run) {
    const start = performance.now();
    run();
    return performance.now() - start;
}

function print(what, times) {
    const sorted = [...times].sort((one, other) => one - other);
    const [median, least] = [sorted[Math.floor(sorted.length / 2)], sorted[0]].map((each) => `${each.toFixed(0)} ms`);
    console.log(`${what}: median ${median}, least ${least} of ${times.length}`);
}

/** The resident memory of the processes that this one started. Linux only. */
function checkerMemory() {
    const statuses = readdirSync('/proc').flatMap((name) => (/^\d+$/.test(name) ? [readStatus(name)] : []));
    const own = statuses.filter((status) => status.includes(`\nPPid:\t${process.pid}\n`));
    return own.reduce((sum, status) => sum + Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024, 0);
}

function readStatus(pid) {
    try {
        return readFileSync(`/proc/${pid}/status`, 'utf8');
    } catch {
        return '';
    }
}

function toMegabytes(bytes) {
    return `${(bytes / 2 ** 20).toFixed(0)} MiB`;
}
