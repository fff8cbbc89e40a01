import {readFileSync} from 'node:fs';
import nodeModule from 'node:module';
import {compileForNode} from './compile-for-node.ts';
import {findImportedFile} from './find-imported-file.ts';

interface CommonJsModule {
    readonly filename: string;
    _compile(code: string, fileName: string): void;
}

/** What every Node has, though its types don't tell. */
interface CommonJsLoader {
    readonly _extensions: Record<string, (module: CommonJsModule, fileName: string) => void>;
    _resolveFilename(request: string, importer: CommonJsModule | undefined, ...rest: unknown[]): string;
}

const loader = nodeModule as unknown as CommonJsLoader;

/** Makes `require` find files as TypeScript does, and compile them. Old as this way is, it is the one that every Node has. */
export function hookRequire(): void {
    const {_resolveFilename} = loader;
    loader._resolveFilename = function (request, importer, ...rest) {
        const found = importer?.filename && findImportedFile(request, importer.filename);
        return found || Reflect.apply(_resolveFilename, this, [request, importer, ...rest]);
    };
    for (const extension of ['.ts', '.mts', '.cts', '.tsx']) {
        loader._extensions[extension] = (module, fileName) => {
            const code = readFileSync(fileName, 'utf8');
            module._compile(compileForNode(code, fileName, 'cjs'), fileName);
        };
    }
}
