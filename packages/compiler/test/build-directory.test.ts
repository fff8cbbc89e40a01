import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {SourceMap} from 'node:module';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {buildDirectory} from '../src/build-directory.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

const api = `import {registerRoutes, type Routes} from '@mionkit/router';
const routes = {sum: (_ctx, a: number, b: number) => a + b} satisfies Routes;
export const api = registerRoutes(routes);
`;
const broken = api.replace('a: number', 'a: () => void').replace('a + b', 'b');

let project: FixtureProject;
beforeEach(() => {
    project = createFixtureProject({
        'src/api.ts': api,
        'src/deep/plain.ts': 'export const a: number = 1;',
        'src/data.json': '{}',
    });
});
afterEach(() => project.remove());

const at = (name: string) => `${project.directory}/${name}`;
const read = (name: string) => readFileSync(at(name), 'utf8');
const build = (from: string, to: string) => buildDirectory(at(from), at(to), {cwd: project.directory});

describe('buildDirectory', () => {
    test('writes generated code, and copies the rest', () => {
        expect(build('src', 'out')).toEqual({compiled: ['api.ts'], copied: ['data.json', 'deep/plain.ts']});
        expect(read('out/api.ts')).toMatch(/^\/\/ @ts-nocheck\n.*\n.*\n.*registerRoutes\(routes, mion\$routes0\(\)\);\n/);
        expect(read('out/deep/plain.ts')).toBe(read('src/deep/plain.ts'));
    });

    test.each([
        ['without a hashbang', ''],
        ['with a hashbang', '#!/usr/bin/env node\n'],
    ])('maps lines back to the source, %s', (_, hashbang) => {
        project.write('src/api.ts', hashbang + api);
        build('src', 'out');
        const lines = read('out/api.ts').split('\n');
        expect(lines[0]).toBe(hashbang.trim() || '// @ts-nocheck');
        const line = lines.findIndex((text) => text.startsWith('export const api'));
        const entry = new SourceMap(JSON.parse(read('out/api.ts.map'))).findEntry(line, 13);
        expect(entry).toMatchObject({originalSource: '../src/api.ts', originalLine: line - 1});
    });

    test('leaves out packages, hidden files, and its own output', () => {
        project.write('src/node_modules/a/index.js', '');
        project.write('src/.env', 'SECRET=1');
        build('src', 'src/out');
        build('src', 'src/out');
        expect(readdirSync(at('src/out')).sort()).toEqual(['api.ts', 'api.ts.map', 'data.json', 'deep']);
    });

    test.each([['src'], ['.']])('refuses to write over its input: src to %s', (out) => {
        expect(() => build('src', out)).toThrow(/would write over it. Name another directory/);
        expect(read('src/api.ts')).toBe(api);
    });

    test('tells what does not compile in all files, and writes none', () => {
        project.write('src/a.ts', broken);
        project.write('src/b.ts', broken);
        expect(() => build('src', 'out')).toThrow(/src\/a\.ts:2:\d+ [\s\S]+src\/b\.ts:2:\d+ /);
        expect(existsSync(at('out'))).toBe(false);
    });
});
