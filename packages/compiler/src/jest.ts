import {createHash} from 'node:crypto';
import {createRequire} from 'node:module';
import {type Compiler, type CompilerOptions, createCompiler} from './compiler.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {javaScriptSettings, type ModuleFormat, type TypeScriptSource, toJavaScript} from './to-javascript.ts';

/** What the transformer reads of jest's own options. */
interface JestOptions {
    readonly supportsStaticESM: boolean;
    readonly instrument: boolean;
    readonly configString: string;
}

/** A transformer, as jest calls it. */
interface JestTransformer {
    process(code: string, fileName: string, options: JestOptions): {readonly code: string};
    getCacheKey(code: string, fileName: string, options: JestOptions): string;
}

const {version} = createRequire(import.meta.url)('../package.json') as {version: string};

/** By their options. They outlive the transformers, because jest makes new ones for each test file. */
const compilers = new Map<string, Compiler>();

/**
 * The jest transformer of mion: compiles the files that register routes, and turns TypeScript into JavaScript.
 *
 * @example
 * // jest.config.mjs
 * export default {extensionsToTreatAsEsm: ['.ts'], transform: {'\\.ts$': '@mionkit/compiler/jest'}};
 */
export default {createTransformer};

function createTransformer(options: CompilerOptions = {}): JestTransformer {
    const compiler = openCompiler(options);
    return {
        process(code, fileName, jestOptions) {
            return {code: toJavaScript(compile(code, fileName, compiler), fileName, toFormat(jestOptions))};
        },
        getCacheKey(code, fileName, jestOptions) {
            // The compiled code itself: so nothing that it depends on can be forgotten.
            const compiled = compile(code, fileName, compiler).code;
            const {instrument, configString} = jestOptions;
            const parts = [
                version,
                fileName,
                compiled,
                javaScriptSettings(fileName),
                toFormat(jestOptions),
                instrument,
                configString,
            ];
            return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
        },
    };
}

function openCompiler(options: CompilerOptions): Compiler {
    const key = JSON.stringify(options);
    const compiler = compilers.get(key) ?? createCompiler(options);
    compilers.set(key, compiler);
    // In watch mode files change between two runs.
    compiler.changed();
    return compiler;
}

function compile(code: string, fileName: string, compiler: Compiler): TypeScriptSource {
    try {
        return compiler.transform(code, fileName) ?? {code};
    } catch (error) {
        // Jest prints a message twice that no stack frame follows, and leaves this frame out.
        if (error instanceof MionCompileError) error.stack += '    at <anonymous>:1:1';
        throw error;
    }
}

function toFormat({supportsStaticESM}: JestOptions): ModuleFormat {
    return supportsStaticESM ? 'esm' : 'cjs';
}
