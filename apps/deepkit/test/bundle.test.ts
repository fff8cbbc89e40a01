import {fileURLToPath} from 'node:url';
import {describe, expect, test} from '@jest/globals';
import {build} from 'esbuild';
import {deepkitOperations} from '../../../packages/reflection/src/deepkit-operations.ts';

async function bundle(contents: string): Promise<{readonly text: string; readonly inputs: readonly string[]}> {
    const {outputFiles, metafile} = await build({
        stdin: {contents, resolveDir: fileURLToPath(new URL('.', import.meta.url))},
        bundle: true,
        write: false,
        metafile: true,
        minify: true,
        format: 'esm',
        platform: 'node',
        logLevel: 'silent',
        conditions: ['@mionkit/source'],
    });
    return {text: outputFiles[0]?.text ?? '', inputs: Object.keys(metafile.inputs)};
}

describe('a bundle', () => {
    test.each(['@mionkit/router', '@mionkit/reflection', '@mionkit/core', '@mionkit/reflection/generator'])(
        'of %s has nothing of Deepkit, and evaluates no code',
        async (name) => {
            const {text, inputs} = await bundle(`export * from '${name}';`);
            expect(inputs.filter((input) => /deepkit/.test(input.replace('apps/deepkit', '')))).toEqual([]);
            expect(text).not.toMatch(/new Function|eval\(/);
        },
    );

    test('that only imports the entry for Deepkit is empty', async () => {
        expect((await bundle(`import '@mionkit/reflection/deepkit';`)).text).toBe('');
    });
});

test('operations have the numbers of the type compiler', async () => {
    const {ReflectionOp} = await import('@deepkit/type-spec');
    expect(Object.values(ReflectionOp).filter((value) => typeof value === 'string')).toEqual(deepkitOperations);
});
