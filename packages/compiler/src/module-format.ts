import {readFileSync} from 'node:fs';
import {dirname, extname, join} from 'node:path';

/** How Node runs a TypeScript or JavaScript file: by its extension, else by the `type` of its package, else by its syntax. */
export function toModuleFormat(fileName: string, code: string): 'module' | 'commonjs' {
    const extension = extname(fileName);
    if (extension.startsWith('.m')) return 'module';
    if (extension.startsWith('.c')) return 'commonjs';
    return packageType(dirname(fileName)) ?? (hasModuleSyntax(code) ? 'module' : 'commonjs');
}

function packageType(directory: string): 'module' | 'commonjs' | undefined {
    const text = readPackage(directory);
    const parent = dirname(directory);
    if (text === undefined) return parent === directory ? undefined : packageType(parent);
    const {type} = JSON.parse(text);
    return type === 'module' || type === 'commonjs' ? type : undefined;
}

function readPackage(directory: string): string | undefined {
    try {
        return readFileSync(join(directory, 'package.json'), 'utf8');
    } catch {
        return undefined;
    }
}

/** Statements that only an ES module has; `import a = require()` and `export =` are CommonJS. */
function hasModuleSyntax(code: string): boolean {
    if (/^\s*(?:export\s*=|import\s+\w+\s*=\s*require\b)/m.test(code)) return false;
    return /^\s*(?:export\b|import\b(?!\s*\())/m.test(code);
}
