import {createHash} from 'node:crypto';
import {createRequire} from 'node:module';
import {javaScriptSettings, type ModuleFormat, toJavaScript} from './to-javascript.ts';

/** What the transformer reads of jest's own options. */
interface JestOptions {
    readonly supportsStaticESM: boolean;
    readonly instrument: boolean;
    readonly configString: string;
}

const {version} = createRequire(import.meta.url)('../package.json') as {version: string};

/**
 * The jest transformer of mion: compiles `registerRoutes` calls and turns TypeScript into JavaScript.
 *
 * @example
 * // jest.config.mjs
 * export default {extensionsToTreatAsEsm: ['.ts'], transform: {'\\.[cm]?tsx?$': '@mionkit/compiler/jest'}};
 */
const transformer = {
    process(code: string, fileName: string, options: JestOptions) {
        return {code: toJavaScript({code}, fileName, moduleFormat(options))};
    },
    getCacheKey(code: string, fileName: string, options: JestOptions): string {
        const parts = [
            version,
            fileName,
            code,
            javaScriptSettings(fileName),
            moduleFormat(options),
            options.instrument,
            options.configString,
        ];
        return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
    },
};

export default transformer;

function moduleFormat(options: JestOptions): ModuleFormat {
    return options.supportsStaticESM ? 'esm' : 'cjs';
}
