import {toJavaScript} from './to-javascript.ts';

/**
 * The text of an ES module that gives importers a CommonJS file, which `require` loads.
 *
 * Node can't be left to do it: before version 24 files that hooks compiled could not require every ES module.
 */
export function importCommonJs(code: string, fileName: string): string {
    const file = JSON.stringify(fileName);
    return `import nodeModule from 'node:module';
const exported = nodeModule._load(${file}, null, process.argv[1] === ${file});
export default exported;
export const {${exportedNames(code, fileName).join(', ')}} = exported;
`;
}

/** The names as esbuild lists them in CommonJS, for Node to find. */
function exportedNames(code: string, fileName: string): string[] {
    const list = /\n0 && \(module\.exports = \{([^}]*)\}\);/.exec(toJavaScript({code}, fileName, 'cjs'))?.[1] ?? '';
    return list
        .split(',')
        .map((name) => name.trim())
        .filter((name) => /^[\w$]+$/.test(name) && name !== 'default');
}
