/** How large the generated program is. */
export interface GenerateRoutesOptions {
    /** @default 500 */
    readonly routes?: number;
    /** Over how many modules the routes are spread. @default 25 */
    readonly modules?: number;
}

/**
 * A large API as TypeScript sources by file name, for benchmarks of the compiler and of the client's types.
 *
 * Each route takes and gives an object type of its own with five properties: a string, a Date, a nested object, an optional array and a
 * union of literals. Every second route's return type is inferred. `api.ts` registers the tree and exports `api` and the type `GeneratedApi`;
 * the ids are `module0/route0`, and so on.
 */
export function generateRoutes({routes = 500, modules = 25}: GenerateRoutesOptions = {}): Record<string, string> {
    const size = Math.ceil(routes / modules);
    const starts = Array.from({length: Math.ceil(routes / size)}, (_, index) => index * size);
    const sources = starts.map((start, index) => [
        `module${index}.ts`,
        generateModule(index, start, Math.min(size, routes - start)),
    ]);
    return {...Object.fromEntries(sources), 'api.ts': generateApi(starts.length)};
}

function generateModule(index: number, start: number, count: number): string {
    const numbers = Array.from({length: count}, (_, offset) => start + offset);
    return [
        `import type {Routes} from '@mionkit/router';`,
        ...numbers.map(generateModel),
        `export const module${index} = {`,
        ...numbers.map(generateRoute),
        '} satisfies Routes;\n',
    ].join('\n');
}

function generateModel(number: number): string {
    return `export interface Item${number} {
    id: string;
    created: Date;
    place: {city: string; code${number}: number};
    tags?: string[];
    status: 'open' | 'closed' | 'state${number}';
}`;
}

function generateRoute(number: number): string {
    const item = `Item${number}`;
    return number % 2 === 0
        ? `    route${number}: (_ctx, item: ${item}): ${item} => item,`
        : `    route${number}: (_ctx, item: ${item}) => ({...item, created: new Date(item.created)}),`;
}

function generateApi(modules: number): string {
    const names = Array.from({length: modules}, (_, index) => `module${index}`);
    return [
        `import {registerRoutes, type Routes} from '@mionkit/router';`,
        ...names.map((name) => `import {${name}} from './${name}.ts';`),
        `export const routes = {${names.join(', ')}} satisfies Routes;`,
        'export const api = registerRoutes(routes);',
        'export type GeneratedApi = typeof api;\n',
    ].join('\n');
}
