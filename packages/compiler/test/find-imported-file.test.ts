import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {findImportedFile} from '../src/find-imported-file.ts';
import {createTemporaryDirectory} from './temporary-directory.ts';

const project = createTemporaryDirectory();
afterAll(project.remove);

beforeAll(() => {
    const names = [
        'a.ts',
        'b.tsx',
        'c.mts',
        'd.cts',
        'both.ts',
        'both.js',
        'plain.js',
        'lib/index.ts',
        'data.json',
        'x.js.ts',
        'main.ts',
    ];
    project.write({
        ...Object.fromEntries(names.map((name) => [`src/${name}`, ''])),
        'node_modules/package/index.js': '',
        'node_modules/package/a.ts': '',
        'tsconfig.json': JSON.stringify({compilerOptions: {paths: {'~/*': ['./nowhere/*', './src/*'], exact: ['./src/a']}}}),
    });
});

describe('findImportedFile', () => {
    test.each([
        ['./a.js', 'a.ts'],
        ['./a.ts', 'a.ts'],
        ['./a', 'a.ts'],
        ['./b.js', 'b.tsx'],
        ['./b.jsx', 'b.tsx'],
        ['./b', 'b.tsx'],
        ['./c.mjs', 'c.mts'],
        ['./d.cjs', 'd.cts'],
        ['./both.js', 'both.ts'],
        ['./plain.js', 'plain.js'],
        ['./plain', 'plain.js'],
        ['./lib', 'lib/index.ts'],
        ['./lib/', 'lib/index.ts'],
        ['../src/a.js', 'a.ts'],
        ['./data.json', 'data.json'],
        ['~/a.js', 'a.ts'],
        ['~/lib', 'lib/index.ts'],
        ['exact', 'a.ts'],
    ])('%s is %s', (specifier, file) => {
        expect(findImportedFile(specifier, project.at('src/main.ts'))).toBe(project.at(`src/${file}`));
    });

    test.each([
        ['./c.js'],
        ['./missing'],
        ['./missing.js'],
        ['package'],
        ['node:fs'],
        ['#internal'],
        ['~/missing'],
        ['exact/more'],
    ])('%s is left to Node', (specifier) => {
        expect(findImportedFile(specifier, project.at('src/main.ts'))).toBeUndefined();
    });

    test('an import in a package is left to Node', () => {
        expect(findImportedFile('./a.js', project.at('node_modules/package/index.js'))).toBeUndefined();
    });
});
