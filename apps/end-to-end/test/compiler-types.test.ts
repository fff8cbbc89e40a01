import {afterEach, expect, test} from '@jest/globals';
import {createProject, type Project} from './project.ts';

let project: Project | undefined;
afterEach(() => project?.remove());

const tsconfig = (skipLibCheck: boolean) => ({
    'tsconfig.json': JSON.stringify({
        compilerOptions: {module: 'nodenext', target: 'es2023', strict: true, noEmit: true, types: ['node'], skipLibCheck},
    }),
});
const everyEntry = `
    export * from '@mionkit/compiler';
    export {mion as esbuild} from '@mionkit/compiler/esbuild';
    export {default as jest} from '@mionkit/compiler/jest';
    export {mion as rollup} from '@mionkit/compiler/rollup';
    export {mion as rspack} from '@mionkit/compiler/rspack';
    export {mion as vite} from '@mionkit/compiler/vite';
    export {mion as webpack} from '@mionkit/compiler/webpack';
`;
const everyPlugin = `
    import {rspack as rspackMion, vite as viteMion, rollup as rollupMion, webpack as webpackMion, esbuild as esbuildMion} from './entries.js';
    import {defineConfig} from 'vite';
    import type {RollupOptions} from 'rollup';
    import type {Configuration} from 'webpack';
    import type {Configuration as RspackConfiguration} from '@rspack/core';
    import type {BuildOptions} from 'esbuild';

    export const vite = defineConfig({plugins: [viteMion()]});
    export const rollup: RollupOptions = {plugins: [rollupMion({metadata: true})]};
    export const webpack: Configuration = {plugins: [webpackMion()]};
    export const rspack: RspackConfiguration = {plugins: [rspackMion()]};
    export const esbuild: BuildOptions = {plugins: [esbuildMion()]};
`;

test.each([
    ['need no types of tools that a user may not have', {...tsconfig(false), 'entries.ts': everyEntry}],
    ['fit the types of the tools', {...tsconfig(true), 'entries.ts': everyEntry, 'plugins.ts': everyPlugin}],
])("the compiler's types %s", async (_, files) => {
    project = createProject({'package.json': '{"type": "module"}', ...files});
    expect(await project.run('tsc', '-p', '.')).toEqual({exitCode: 0, output: ''});
});
