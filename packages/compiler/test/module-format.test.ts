import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {toModuleFormat} from '../src/module-format.ts';
import {createTemporaryDirectory} from './temporary-directory.ts';

const project = createTemporaryDirectory();
afterAll(project.remove);

beforeAll(() => {
    project.write({
        'esm/package.json': '{"type": "module"}',
        'cjs/package.json': '{"type": "commonjs"}',
        'none/package.json': '{}',
        'esm/inner/package.json': '{"type": "unheard-of"}',
    });
});

describe('toModuleFormat', () => {
    test.each([
        ['cjs/a.mts', '', 'module'],
        ['cjs/a.mjs', '', 'module'],
        ['esm/a.cts', 'import 1', 'commonjs'],
        ['esm/deep/down/a.ts', '', 'module'],
        ['cjs/a.ts', 'import "x"', 'commonjs'],
        ['esm/inner/a.ts', '', 'commonjs'],
        ['none/a.ts', `import {a} from './a'`, 'module'],
        ['none/a.ts', '// first\n  export const a = 1', 'module'],
        ['none/a.tsx', 'export {}', 'module'],
        ['none/a.ts', 'const a = 1', 'commonjs'],
        ['none/a.ts', `import('a')`, 'commonjs'],
        ['none/a.ts', `import a = require('a'); export const b = 1`, 'commonjs'],
        ['none/a.ts', `import type {A} from './a';\nexport = {}`, 'commonjs'],
        ['none/a.ts', 'exporter(1); important = 2', 'commonjs'],
    ])('%s: %j is %s', (name, code, format) => {
        expect(toModuleFormat(project.at(name), code)).toBe(format);
    });
});
