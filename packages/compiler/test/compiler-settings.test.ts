import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {type CompilerOptions, createCompiler} from '../src/compiler.ts';
import {createFixtureProject, type FixtureProject, fixtureTsconfig} from './fixture-project.ts';

const code = `import {registerRoutes} from '@mionkit/router';
registerRoutes({greet: (_ctx: object, user: {name: string}): string => user.name});
`;

let project: FixtureProject;

beforeEach(() => {
    project = createFixtureProject();
});

afterEach(() => project.remove());

function compile(tsconfig: object, options: CompilerOptions = {}): string {
    project.write('tsconfig.json', JSON.stringify({...fixtureTsconfig, ...tsconfig}));
    const compiler = createCompiler({cwd: project.directory, ...options});
    try {
        return compiler.transform(code, project.write('app.ts', code))?.code ?? '';
    } finally {
        compiler.close();
    }
}

/** What the settings add to generated code. */
const parts = {validateReturn: 'isResult:', unknownProperties: 'unknownProperties:', metadata: 'getModels:'};

describe('the key `mion` of the tsconfig', () => {
    test.each([
        ['without it, nothing is added', {}, {}, []],
        ['a setting', {mion: {validateReturn: true}}, {}, ['validateReturn']],
        [
            'all settings',
            {mion: {validateReturn: true, unknownProperties: 'reject', metadata: true}},
            {},
            ['validateReturn', 'unknownProperties', 'metadata'],
        ],
        ['an option wins over it', {mion: {validateReturn: true}}, {validateReturn: false}, []],
        ['an option that is undefined does not', {mion: {validateReturn: true}}, {validateReturn: undefined}, ['validateReturn']],
        ['an option alone', {}, {unknownProperties: 'reject'}, ['unknownProperties']],
    ] as [string, object, CompilerOptions, (keyof typeof parts)[]][])('%s', (_title, tsconfig, options, expected) => {
        const text = compile(tsconfig, options);
        const found = Object.entries(parts).flatMap(([name, part]) => (text.includes(part) ? [name] : []));
        expect(found).toEqual(expected);
    });

    test('is inherited through `extends`', () => {
        project.write('base.json', '{"mion": {"validateReturn": true}}');
        expect(compile({extends: './base.json'})).toContain('isResult:');
    });

    test.each([
        ['a misspelt setting', {validateReturns: true}, /`mion` has no setting `validateReturns`\. There are `metadata`/],
        ['a name that every object has', {constructor: true}, /`mion` has no setting `constructor`/],
        [
            'a value of another kind',
            {unknownProperties: true},
            /`mion\.unknownProperties` is true, and has to be "drop" or "reject"/,
        ],
    ])('refuses %s', (_title, mion, message) => {
        expect(() => compile({mion})).toThrow(message);
    });
});
