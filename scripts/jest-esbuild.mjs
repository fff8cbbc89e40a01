/** Strips the types of a test or source file for jest. For packages whose tests don't register routes. */
import {transformSync} from 'esbuild';

export default {
    process(code, fileName) {
        const result = transformSync(code, {
            loader: fileName.endsWith('.tsx') ? 'tsx' : 'ts',
            format: 'esm',
            target: 'node20',
            sourcemap: 'inline',
            sourcefile: fileName,
        });
        return {code: result.code};
    },
};
