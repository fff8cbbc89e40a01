import MagicString from 'magic-string';
import type {SourceMap} from './source-map.ts';

/** A file's text with the generated code in it. */
export interface InjectedCode {
    readonly code: string;
    readonly map: SourceMap;
}

/** Where generated code goes in a file, and what it needs. */
export interface Injection {
    /** For each call: the position behind its first argument, and the function body that makes the second. */
    readonly calls: readonly {readonly argumentEnd: number; readonly body: string}[];
    /** The names of `@mionkit/router/wire` that the bodies use, there as `mion$<name>`. */
    readonly imports: readonly string[];
    readonly importsAt: number;
    readonly isCommonJs: boolean;
}

/** Writes generated code into a file: imports on an existing line, so that line numbers stay, and functions at the end. */
export function injectCode(code: string, fileName: string, injection: Injection): InjectedCode {
    const text = new MagicString(code, {filename: fileName});
    const importText = toImport(injection);
    if (importText !== '') text.appendLeft(injection.importsAt, importText);
    for (const [index, call] of injection.calls.entries()) text.appendLeft(call.argumentEnd, `, mion$routes${index}()`);
    const map = text.generateMap({source: fileName, includeContent: true, hires: 'boundary'});
    // Behind what the map is about: thousands of lines that come from nowhere.
    const functions = injection.calls.map(({body}, index) => `\nfunction mion$routes${index}() {\n${body}\n}\n`);
    return {code: text.toString() + functions.join(''), map};
}

function toImport({imports, isCommonJs}: Injection): string {
    if (imports.length === 0) return '';
    if (isCommonJs)
        return `const {${imports.map((name) => `${name}: mion$${name}`).join(', ')}} = require('@mionkit/router/wire'); `;
    return `import {${imports.map((name) => `${name} as mion$${name}`).join(', ')}} from '@mionkit/router/wire'; `;
}
