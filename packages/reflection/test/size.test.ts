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

test('the interpreter is small', () => {
    expect(measure("export {createInterpreterFor, jsonKinds} from '@mionkit/reflection';")).toBeLessThan(4400);
    expect(measure("export {createInterpreter} from '@mionkit/reflection';")).toBeLessThan(7400);
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
