import {readFileSync} from 'node:fs';
import {expect, test} from '@jest/globals';

const readText = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const readme = readText('../README.md');

/** The names of the options that an interface declares. */
function readOptionNames(file: string, name: string): string[] {
    const [, body = ''] = new RegExp(`export interface ${name}\\b[^{]*\\{([\\s\\S]*?)\\n\\}`).exec(readText(file)) ?? [];
    return [...body.matchAll(/^ {4}readonly (\w+)\??:/gm)].map(([, option]) => option ?? '');
}

test.each([
    ['../src/router-options.ts', 'RouterOptions', 20],
    ['../src/routes.ts', 'RouteOptions', 2],
    ['../src/routes.ts', 'HookOptions', 2],
    ['../src/routes.ts', 'MethodOptions', 5],
    ['../src/cors.ts', 'CorsOptions', 5],
    ['../src/call-context.ts', 'CallContext', 6],
])('the read-me lists every member of %s: %s', (file, name, least) => {
    const options = readOptionNames(file, name);
    expect(options.length).toBeGreaterThanOrEqual(least);
    expect(options.filter((option) => !new RegExp(`\\b${option}\\b`).test(readme))).toEqual([]);
});
