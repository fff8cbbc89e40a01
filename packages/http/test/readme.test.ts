import {readFileSync} from 'node:fs';
import {expect, test} from '@jest/globals';

const readText = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the read-me lists every option of node http', () => {
    const [, body = ''] = /export interface NodeHttpOptions \{([\s\S]*?)\n\}/.exec(readText('../src/node-http-options.ts')) ?? [];
    const options = [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, option]) => option ?? '');
    const listed = [...readText('../README.md').matchAll(/^\| `(\w+)` +\|/gm)].map(([, option]) => option);
    expect(options.length).toBeGreaterThan(15);
    expect(listed.sort()).toEqual(options.sort());
});
