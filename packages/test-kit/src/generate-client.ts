import {generateRoutes} from './generate-routes.ts';

/** How large the generated program is. */
export interface GenerateClientOptions {
    readonly routes: number;
    /** How many of the routes are called. */
    readonly calls: number;
}

/** The API of `generateRoutes` with a typed client, `client.ts`, that calls the first routes and reads a Date of each result. */
export function generateClient({routes, calls}: GenerateClientOptions): Record<string, string> {
    const modules = 25;
    const size = Math.ceil(routes / modules);
    const lines = Array.from({length: calls}, (_, number) => generateCall(number, Math.floor(number / size)));
    return {...generateRoutes({routes, modules}), 'client.ts': [header, ...lines, ''].join('\n')};
}

const header = `import {initClient} from '@mionkit/client';
import type {GeneratedApi} from './api.ts';
export const {routes} = initClient<GeneratedApi>({baseURL: 'http://localhost'});
const item = {id: '', created: new Date(), status: 'open'} as const;`;

function generateCall(route: number, module: number): string {
    const params = `{...item, place: {city: '', code${route}: 1}}`;
    return `export const date${route}: Date = (await routes.module${module}.route${route}(${params}).call()).created;`;
}
