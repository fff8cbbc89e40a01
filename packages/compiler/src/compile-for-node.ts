import {createCompiler} from './compiler.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {type ModuleFormat, toJavaScript} from './to-javascript.ts';
import {watchFiles} from './watch-files.ts';

const compiler = createCompiler();

/** JavaScript that the running Node executes, with the file's routes compiled. */
export function compileForNode(code: string, fileName: string, format: ModuleFormat): string {
    try {
        const compiled = compiler.transform(code, fileName);
        if (compiled) watchFiles(compiled.dependencies);
        return toJavaScript(compiled ?? {code}, fileName, format);
    } catch (error) {
        if (error instanceof MionCompileError) watchFiles(error.dependencies);
        throw error;
    }
}
