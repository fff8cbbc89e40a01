import {inspect} from 'node:util';
import {expect, test} from '@jest/globals';
import {MionCompileError} from '../src/mion-compile-error.ts';

const diagnostics = [
    {file: '/a.ts', line: 1, column: 2, message: 'one', frame: '> 1 | x'},
    {file: '/b.ts', line: 3, column: 4, message: 'two'},
];

test('prints each diagnostic once, and nothing else', () => {
    const error = new MionCompileError(diagnostics, ['/c.ts']);
    expect(error.message).toBe('/a.ts:1:2 one\n\n> 1 | x\n\n/b.ts:3:4 two');
    expect(inspect(error)).toBe(`[MionCompileError: ${error.message}\n]`);
    expect(error).toMatchObject({diagnostics, dependencies: ['/c.ts']});
});
