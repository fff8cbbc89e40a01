import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {expect, test} from '@jest/globals';
import {buildSync} from 'esbuild';

/** Bytes of a bundle that uses these exports, minified and compressed. */
function measure(contents: string): number {
    const {outputFiles} = buildSync({
        stdin: {contents, resolveDir: fileURLToPath(new URL('.', import.meta.url)), loader: 'ts'},
        bundle: true,
        minify: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        conditions: ['@mionkit/source'],
    });
    return gzipSync(outputFiles[0]?.contents ?? '', {level: 9}).length;
}

test.each([
    ['that clients start with', "export * from '@mionkit/reflection/client';", 1950],
    ['of all kinds, with explanations', "export {createInterpreter} from '@mionkit/reflection';", 8200],
])('the interpreter %s is small', (title, program, ceiling) => {
    const size = measure(program);
    console.log(`the interpreter ${title}: ${size} bytes gzip`);
    expect(size).toBeLessThan(ceiling);
});

test('what a route of plain objects with dates needs of core is small', () => {
    const names = [
        'arrayRule',
        'dateRule',
        'objectRule',
        'stringRule',
        'numberRule',
        'listIssues',
        'decodeDate',
        'encodeDate',
        'isWireDate',
    ];
    expect(measure(`export {${names.join()}} from '@mionkit/core/wire';`)).toBeLessThan(2600);
});
