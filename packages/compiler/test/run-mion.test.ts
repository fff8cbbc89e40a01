import {afterEach, beforeEach, describe, expect, jest, test} from '@jest/globals';
import {runMion} from '../src/run-mion.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

let project: FixtureProject;
let output: {stdout: string; stderr: string};

beforeEach(() => {
    project = createFixtureProject({'src/plain.ts': 'export const a: number = 1;'});
    output = {stdout: '', stderr: ''};
    for (const name of ['stdout', 'stderr'] as const) {
        jest.spyOn(process[name], 'write').mockImplementation((text) => {
            output[name] += text;
            return true;
        });
    }
});
afterEach(() => {
    jest.restoreAllMocks();
    project.remove();
});

describe('runMion', () => {
    test.each([
        [[]],
        [['built']],
        [['build']],
        [['build', 'src']],
        [['build', 'src', 'other', '--out', 'out']],
        [['--nonsense']],
    ])('shows its usage for %j', (args) => {
        expect(runMion(args)).toBe(2);
        expect(output.stderr).toContain('Usage: mion build <dir> --out <dir>');
    });

    test('shows its usage when asked', () => {
        expect(runMion(['--help'])).toBe(0);
        expect(output.stdout).toContain('Usage: mion build <dir> --out <dir>');
    });

    test('says what it built', () => {
        const [from, to] = [`${project.directory}/src`, `${project.directory}/out`];
        expect(runMion(['build', from, '--out', to])).toBe(0);
        expect(output).toEqual({stdout: `${to}: no file registers routes, 1 copied\n`, stderr: ''});
    });

    test('says what is missing', () => {
        expect(runMion(['build', `${project.directory}/nowhere`, '--out', 'out'])).toBe(1);
        expect(output.stderr).toMatch(/^ENOENT: .*nowhere/);
    });
});
