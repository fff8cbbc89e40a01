import {createCompiler} from './compiler.ts';
import {type ModuleFormat, toJavaScript} from './to-javascript.ts';
import {watchFiles} from './watch-files.ts';

const compiler = createCompiler();

/** JavaScript that the running Node executes, with the file's routes compiled. */
export function compileForNode(code: string, fileName: string, format: ModuleFormat): string {
    const compiled = compiler.transform(code, fileName);
    if (compiled) watchFiles(compiled.dependencies);
    return toJavaScript(compiled ?? {code}, fileName, format);
}
