import {readFileSync, writeFileSync} from 'node:fs';
import {basename, join, parse} from 'node:path';
import {setFlagsFromString} from 'node:v8';
import {Script} from 'node:vm';

const mark = '// Written by `mion cache`.';
/** What Node puts around CommonJS. On the first line, so that lines keep their numbers. */
const wrapper = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'] as const;

/**
 * Lets Node load a CommonJS bundle without compiling it: what V8 compiles goes into files beside it, and the bundle's own name to a loader.
 *
 * Nothing of the bundle runs. Where another V8 loads it, the files are ignored and it is compiled as ever.
 */
export function cacheCode(file: string): string {
    const {dir, name, ext} = parse(file);
    const bundle = join(dir, `${name}.bundle${ext}`);
    const text = readFileSync(file, 'utf8');
    const source = text.startsWith(mark) ? readFileSync(bundle, 'utf8') : text;
    const caches = createCaches(compileWhole(source, {file, bundle}));
    writeFileSync(bundle, source);
    for (const [extension, cache] of Object.entries(caches)) writeFileSync(`${bundle}.${extension}`, cache);
    writeFileSync(file, writeLoader(basename(bundle), source));
    const sizes = Object.values(caches).map(({length}) => `${Math.round(length / 1000)} kB`);
    return `${file} loads ${basename(bundle)} with code for V8 ${process.versions.v8} (${sizes.join(' and ')})\n`;
}

/**
 * By the extensions of their files: V8 takes the code only where its flags are the same, and Lambda starts Node with `--expose-gc`.
 *
 * Lambda also sets sizes of the heap. They count as flags until Node 22.
 */
function createCaches(script: Script): Readonly<Record<'v8' | 'gc.v8', Buffer>> {
    const exposesGc = 'gc' in globalThis;
    const create = (flag: string) => {
        setFlagsFromString(flag);
        return script.createCachedData();
    };
    try {
        return {v8: create('--no-expose-gc'), 'gc.v8': create('--expose-gc')};
    } finally {
        setFlagsFromString(exposesGc ? '--expose-gc' : '--no-expose-gc');
    }
}

/** A script of which every function is compiled, also those that would be at their first call. */
function compileWhole(source: string, {file, bundle}: {readonly file: string; readonly bundle: string}): Script {
    // Its V8 forgets who imports.
    if (process.versions.node.startsWith('20.') && /\bimport\s*\(/.test(source))
        throw new Error(`${file} has an \`import()\`, which fails in cached code on Node 20. Run this with Node 22 or later.`);
    setFlagsFromString('--no-lazy');
    try {
        // Node 20 keeps the name in the code.
        return new Script(wrapper.join(source), {filename: basename(bundle)});
    } catch (error) {
        throw new Error(`${file} is no CommonJS: ${(error as Error).message}. Bundle it with the format \`cjs\`.`);
    } finally {
        setFlagsFromString('--lazy');
    }
}

/** The loader has to start fast itself, and to work where the cache was left out. */
function writeLoader(bundle: string, source: string): string {
    // By this line, which esbuild writes, ES modules know the names of the exports.
    const [names] = /0\s*&&\s*\(module\.exports\s*=\s*\{[^}]*\}\)/.exec(source) ?? [];
    return `${mark} Loads ${bundle} with the code that V8 made of it.
'use strict';
const {readFileSync} = require('node:fs');
const {Script, constants} = require('node:vm');

const filename = __dirname + ${JSON.stringify(`/${bundle}`)};
let cachedData;
try {
    cachedData = readFileSync(\`\${filename}.\${'gc' in globalThis ? 'gc.v8' : 'v8'}\`);
} catch {
    // Without it the bundle is compiled.
}
const [before, after] = ${JSON.stringify(wrapper)};
const script = new Script(before + readFileSync(filename, 'utf8') + after, {
    filename,
    columnOffset: -before.length,
    cachedData,
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext().call(exports, exports, require, module, filename, __dirname);
${names === undefined ? '' : `${names};\n`}`;
}
