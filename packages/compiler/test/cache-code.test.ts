import {execFileSync} from 'node:child_process';
import {readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {basename} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {cacheCode} from '../src/cache-code.ts';
import {createTemporaryDirectory, type TemporaryDirectory} from './temporary-directory.ts';

const bundle = `console.log('runs');
const double = (value) => value * 2;
module.exports = {
    double, file: __filename, isMain: require.main === module, other: require('./other.cjs'),
    getLine: () => new Error().stack.split('\\n')[1],
};
0 && (module.exports = {double, file});
`;

/** Loads a file and tells what there is, and whether V8 took the code. */
const probe = `const vm = require('node:vm');
const {Script} = vm;
let isRejected;
vm.Script = class extends Script {
    constructor(...args) {
        super(...args);
        isRejected = this.cachedDataRejected;
    }
};
const {double, getLine, ...rest} = require(process.argv[1]);
console.log(JSON.stringify({isRejected, four: double(2), line: getLine(), ...rest}));
`;

let directory: TemporaryDirectory;
beforeEach(() => {
    directory = createTemporaryDirectory();
    directory.write({'index.cjs': bundle, 'other.cjs': "module.exports = 'other';"});
});
afterEach(() => directory.remove());

const run = (...args: readonly string[]) => execFileSync(process.execPath, args, {encoding: 'utf8'}).trim().split('\n');
const load = (...flags: readonly string[]) => JSON.parse(run(...flags, '-e', probe, directory.at('index.cjs')).at(-1) ?? '');

describe('cacheCode', () => {
    test.each([[[]], [['--expose-gc']]])('writes code that V8 takes with the flags %j', (flags) => {
        expect(cacheCode(directory.at('index.cjs'))).toMatch(
            /index\.cjs loads index\.bundle\.cjs with code for V8 \S+ \(\d+ kB and \d+ kB\)\n$/,
        );
        const {line, file, ...rest} = load(...flags);
        expect(rest).toEqual({isRejected: false, four: 4, isMain: false, other: 'other'});
        expect(basename(file)).toBe('index.bundle.cjs');
        expect(line).toMatch(/index\.bundle\.cjs:5:/);
    });

    test('runs nothing of the bundle', () => {
        directory.write({'index.cjs': 'process.exit(3);'});
        cacheCode(directory.at('index.cjs'));
        expect(readdirSync(directory.path).sort()).toEqual([
            'index.bundle.cjs',
            'index.bundle.cjs.gc.v8',
            'index.bundle.cjs.v8',
            'index.cjs',
            'other.cjs',
        ]);
    });

    test('keeps what the bundle imports when it runs', () => {
        directory.write({'index.cjs': "import('./other.cjs').then(({default: other}) => console.log(other));"});
        const file = directory.at('index.cjs');
        if (process.versions.node.startsWith('20.'))
            return expect(() => cacheCode(file)).toThrow('Run this with Node 22 or later');
        cacheCode(file);
        expect(run(file)).toEqual(['other']);
    });

    test('keeps the names of the exports for ES modules', () => {
        cacheCode(directory.at('index.cjs'));
        directory.write({'user.mjs': "import {double} from './index.cjs';\nconsole.log(double(4));\n"});
        expect(run(directory.at('user.mjs'))).toEqual(['runs', '8']);
    });

    test.each([
        ['are absent', (file: string) => rmSync(file), undefined],
        ['are of another V8', (file: string) => writeFileSync(file, readFileSync(file).fill(1, 0, 16)), true],
        ['are empty', (file: string) => writeFileSync(file, ''), true],
    ])('the bundle is compiled where the files %s', (_, change, isRejected) => {
        cacheCode(directory.at('index.cjs'));
        change(directory.at('index.bundle.cjs.v8'));
        const {isRejected: actual, four} = load();
        expect([actual, four]).toEqual([isRejected, 4]);
    });

    test('takes the bundle that was moved, when there is no new one', () => {
        cacheCode(directory.at('index.cjs'));
        const loader = readFileSync(directory.at('index.cjs'), 'utf8');
        cacheCode(directory.at('index.cjs'));
        expect(readFileSync(directory.at('index.cjs'), 'utf8')).toBe(loader);
        expect(readFileSync(directory.at('index.bundle.cjs'), 'utf8')).toBe(bundle);
        directory.write({'index.cjs': bundle.replace('* 2', '* 3')});
        cacheCode(directory.at('index.cjs'));
        expect(load()).toMatchObject({isRejected: false, four: 6});
    });

    test.each([
        ['an ES module', 'export const handler = 1;'],
        ['no JavaScript', 'const a: number = ;'],
    ])('refuses %s, and changes nothing', (_, text) => {
        directory.write({'index.cjs': text});
        expect(() => cacheCode(directory.at('index.cjs'))).toThrow(
            /index\.cjs is no CommonJS: .*Bundle it with the format `cjs`/,
        );
        expect(readdirSync(directory.path).sort()).toEqual(['index.cjs', 'other.cjs']);
    });
});
