/** Prints the bytes of generated code for one route of each of some shapes, and for each further route of the same types. */
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';
import {createCompiler} from '@mionkit/compiler';

const types = `
    interface User {id: string; name: string; born: Date; tags?: string[]; address: {city: string; zip: number}}
    interface Tree {label: string; children: Tree[]}
    type Shape = {kind: 'circle'; radius: number} | {kind: 'square'; side: number} | {kind: 'text'; text: string; at: Date};
`;
const shapes = {
    'no params, no result': '(_ctx): void => {}',
    'a string, a string': '(_ctx, id: string): string => id',
    'five properties with a date': '(_ctx, user: User): User => user',
    'a list of them': '(_ctx, users: User[]): User[] => users',
    'a discriminated union': '(_ctx, shape: Shape): Shape => shape',
    'a recursive type': '(_ctx, tree: Tree): Tree => tree',
    'a Map and a Set': '(_ctx, map: Map<string, Date>): Set<bigint> => new Set()',
};
const routesMore = 10;

const folder = fileURLToPath(new URL('../.cache/shapes/', import.meta.url));
const file = join(folder, 'api.ts');
const compilerOptions = {target: 'es2023', module: 'nodenext', strict: true, noEmit: true, types: []};

rmSync(folder, {recursive: true, force: true});
mkdirSync(folder, {recursive: true});
writeFileSync(join(folder, 'package.json'), '{"type": "module"}');
writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({compilerOptions}));
const compiler = createCompiler();
try {
    console.log('Generated code in bytes, not minified (gzipped), for one route and for each further one of the same types:');
    for (const [name, handler] of Object.entries(shapes)) printShape(name, handler);
} finally {
    compiler.close();
}

function printShape(name, handler) {
    const one = generate(handler, 1);
    const more = generate(handler, 1 + routesMore);
    const further = Math.round((more.length - one.length) / routesMore);
    console.log(
        `  ${name.padEnd(30)} ${String(one.length).padStart(5)} (${gzipSync(one).length})  ${String(further).padStart(5)}`,
    );
}

/** The code that is added to the file. */
function generate(handler, count) {
    const routes = Array.from({length: count}, (_, index) => `route${String(index).padStart(2, '0')}: ${handler}`);
    const code = `import {registerRoutes, type Routes} from '@mionkit/router';${types}const routes = {${routes.join(', ')}} satisfies Routes;\nregisterRoutes(routes);\n`;
    writeFileSync(file, code);
    compiler.changed();
    const compiled = compiler.transform(code, file).code;
    const start = compiled.indexOf('registerRoutes(routes');
    return compiled.slice(start + 'registerRoutes(routes'.length);
}
