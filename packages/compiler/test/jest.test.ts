import {SourceMap} from 'node:module';
import {afterAll, describe, expect, test} from '@jest/globals';
import mionJest from '../src/jest.ts';
import {createTemporaryDirectory} from './temporary-directory.ts';

const ESM = {supportsStaticESM: true, instrument: false, configString: '{}'};
const CJS = {...ESM, supportsStaticESM: false};

const transformer = mionJest.createTransformer();
const project = createTemporaryDirectory();
afterAll(project.remove);

function writeTsconfig(compilerOptions: object): void {
    project.write({'tsconfig.json': JSON.stringify({compilerOptions})});
}

function inlineMap(code: string): SourceMap {
    const base64 = code.slice(code.lastIndexOf('base64,') + 'base64,'.length);
    return new SourceMap(JSON.parse(Buffer.from(base64, 'base64').toString()));
}

describe('process', () => {
    test.each([
        ['ES modules', ESM, 'export {'],
        ['CommonJS', CJS, 'module.exports'],
    ])('writes %s', (_, options, text) => {
        const {code} = transformer.process('export const one: number = 1;', project.at('a.ts'), options);
        expect(code).toContain(text);
        expect(code).not.toContain(': number');
    });

    test('maps back to the file', () => {
        const {code} = transformer.process(
            'type A = 1;\n\n\nfunction fail(): never {\n    throw 1;\n}\nfail();',
            project.at('a.ts'),
            ESM,
        );
        const line = code.split('\n').findIndex((text) => text.includes('throw'));
        expect(inlineMap(code).findEntry(line, 4)).toMatchObject({originalSource: project.at('a.ts'), originalLine: 4});
    });

    test('reads jsx and decorators from tsconfig.json', () => {
        writeTsconfig({jsx: 'react', jsxFactory: 'h', experimentalDecorators: true});
        const {code} = transformer.process('export const a = <b/>; export @c class D {}', project.at('a.tsx'), ESM);
        expect(code).toContain('h("b"');
        expect(code).toContain('__decorateClass');
    });
});

describe('getCacheKey', () => {
    const key = (code = 'let a = 1', name = 'a.ts', options = ESM) => transformer.getCacheKey(code, project.at(name), options);

    test('is the same for the same input', () => {
        expect(key()).toBe(key());
    });

    test.each([
        ['text', () => key('let a = 2')],
        ['file', () => key('let a = 1', 'b.ts')],
        ['module format', () => key('let a = 1', 'a.ts', CJS)],
        ['instrumentation', () => key('let a = 1', 'a.ts', {...ESM, instrument: true})],
        ['jest configuration', () => key('let a = 1', 'a.ts', {...ESM, configString: '{"a":1}'})],
    ])('changes with the %s', (_, other) => {
        expect(other()).not.toBe(key());
    });

    test('changes with the compiler options that change the output, and only with them', () => {
        writeTsconfig({target: 'es2022'});
        const before = key();
        writeTsconfig({target: 'es2022', noUnusedLocals: true});
        expect(key()).toBe(before);
        writeTsconfig({target: 'es2021'});
        expect(key()).not.toBe(before);
    });
});
