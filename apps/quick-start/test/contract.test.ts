import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, beforeAll, describe, expect, test} from '@jest/globals';
import {type Server, startServer} from './start-server.ts';

// Processes are started, and the machine may be busy.

const app = fileURLToPath(new URL('..', import.meta.url));

const client = `import {initClient} from '@mionkit/client';
import type {MyApi, Order} from './contract/api.d.ts';
import metadata from './contract/contract.json' with {type: 'json'};

const paths: string[] = [];
const {routes, hooks} = initClient<MyApi>({
    baseURL: process.env.API_URL ?? '',
    prefix: 'api/v1',
    metadata,
    fetch: (url, init) => {
        paths.push(new URL(String(url)).pathname);
        return fetch(url, init);
    },
});
const auth = hooks.auth('token');
const user = await routes.users.create({name: 'Ada', surname: 'Lovelace'}).call(auth);
const order: Order = await routes.orders.create({date: new Date(0), userId: user.id, totalUSD: 99.5}).call(auth);
const {error} = await routes.utils.sum(2, Number.NaN).result(auth);
const unauthorized = await routes.users.getById(user.id).result();
// @ts-expect-error: an id is a string
const wrong = await routes.users.getById(1).result(auth);
const errors = [error, unauthorized.error, wrong.error].map((one) => one?.name);
console.log(JSON.stringify({greeting: await routes.utils.sayHello(user).call(auth), year: order.date.getUTCFullYear(), errors, paths}));
`;

const tsconfig = {
    compilerOptions: {
        ...{target: 'es2022', lib: ['es2023', 'dom'], module: 'nodenext', types: [], strict: true},
        ...{exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true},
        // Declarations are checked as well.
        ...{skipLibCheck: false, resolveJsonModule: true, rootDir: '.', outDir: 'out'},
    },
    include: ['*.ts', 'contract'],
};

let server: Server;
let folder: string;

function run(command: string, ...args: readonly string[]): string {
    const env = {...process.env, NODE_OPTIONS: '', API_URL: `http://localhost:${server.port}`};
    try {
        return execFileSync(command, args, {cwd: folder, env, encoding: 'utf8', stdio: 'pipe'});
    } catch (error) {
        throw new Error(String(error) + (error as {readonly stdout: string}).stdout);
    }
}

function bin(name: string): string {
    return join(app, 'node_modules/.bin', name);
}

beforeAll(async () => {
    server = await startServer();
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'mion-elsewhere-')));
    mkdirSync(join(folder, 'node_modules/@mionkit'), {recursive: true});
    for (const name of ['client', 'core']) {
        symlinkSync(join(app, 'node_modules/@mionkit', name), join(folder, 'node_modules/@mionkit', name));
    }
    const files = {'package.json': {type: 'module'}, 'tsconfig.json': tsconfig};
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), JSON.stringify(content));
    writeFileSync(
        join(folder, 'client.ts'),
        `declare const process: {readonly env: Record<string, string | undefined>};\n${client}`,
    );
    run(bin('mion'), 'contract', join(app, 'src'), '--out', join(folder, 'contract'), '--tsconfig', join(app, 'tsconfig.json'));
});

afterAll(async () => {
    await server?.stop();
    rmSync(folder, {recursive: true});
});

describe('a project elsewhere that has nothing of the API but the two files of `mion contract`', () => {
    test('checks its calls, and calls the running server without asking for metadata', () => {
        expect(run(bin('tsc'), '-p', '.')).toBe('');
        expect(JSON.parse(run(process.execPath, 'out/client.js'))).toEqual({
            greeting: 'Hello Ada Lovelace',
            year: 1970,
            errors: ['Validation Error', 'Unauthorized', 'Validation Error'],
            paths: ['users/create', 'orders/create', 'utils/sayHello'].map((id) => `/api/v1/${id}`),
        });
    });

    test('finds the contract unchanged', () => {
        const args = [join(app, 'src'), '--out', join(folder, 'contract'), '--tsconfig', join(app, 'tsconfig.json')];
        expect(run(bin('mion'), 'contract', '--check', ...args)).toMatch(/8 routes and 1 hook, unchanged/);
    });
});
