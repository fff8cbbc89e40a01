import {afterEach, describe, expect, test} from '@jest/globals';
import {
    expectCompileError,
    goodAnswer,
    greetingApi,
    postGreeting,
    requestBody,
    userWithFunction,
    userWithNickname,
} from './greeting-api.ts';
import {createProject, type Project} from './project.ts';
import {repeatUntil} from './repeat-until.ts';
import type {RunningProcess} from './running-process.ts';

const register = ['--import', '@mionkit/compiler/register'];

const importsOfAllKinds = `
    import {a} from './a.js';
    import {a as a2} from './a';
    import {b} from './b.mjs';
    import {c} from './c';
    import {d} from './d.js';
    import {a as a3} from '~/a.js';

    console.log(a, a2, b, c, d, a3);
`;
const commonJsMain = `
    import {requestBody} from './body';
    import {handler} from './lambda';

    async function main(): Promise<void> {
        const http = {method: 'POST', path: '/greet'};
        const headers = {'content-type': 'application/json'};
        const event = {version: '2.0', rawPath: '/greet', headers, requestContext: {http}, body: requestBody};
        const {statusCode, body} = (await handler(event as never, {} as never)) as {statusCode: number; body: string};
        const imported = await import('./body');
        console.log('answer', statusCode, body, imported.requestBody === requestBody, require.main === module);
    }
    main();
`;

let project: Project | undefined;
afterEach(() => project?.remove());

function open(files: Readonly<Record<string, string>>): Project {
    project = createProject(files);
    return project;
}

async function greetServer(server: RunningProcess): Promise<string> {
    const [, port] = await server.printed(/listening on (\d+)/);
    return postGreeting(port);
}

describe('node --import @mionkit/compiler/register', () => {
    test('runs a server from its TypeScript', async () => {
        const server = open(greetingApi).start('node', ...register, 'src/server.ts');
        expect(await greetServer(server)).toBe(goodAnswer);
    });

    test('runs CommonJS', async () => {
        const {run} = open({
            ...greetingApi,
            'package.json': '{"type": "commonjs"}',
            'src/main.ts': commonJsMain,
            'src/body.ts': `export const requestBody = ${JSON.stringify(requestBody)};`,
        });
        const {output} = await run('node', ...register, 'src/main.ts');
        expect(output).toContain(`answer ${goodAnswer} true true`);
    });

    test('compiles routes in JavaScript, where the tsconfig has allowJs', async () => {
        const api = `
            import {registerRoutes} from '@mionkit/router';

            /**
             * @param {import('@mionkit/router').CallContext} _ctx
             * @param {import('./user.ts').User} user
             */
            const greet = (_ctx, user) => \`\${user.name} was born in \${user.born.getUTCFullYear()}\`;
            export const api = registerRoutes({greet});
        `;
        const {'src/api.ts': _, ...others} = greetingApi;
        const lambda = greetingApi['src/lambda.ts'].replace('api.ts', 'api.js');
        const {compilerOptions} = JSON.parse(greetingApi['tsconfig.json']);
        const main = `import {handler} from './lambda.ts'; import {call} from '../call.mjs'; console.log(await call(handler));`;
        const files = {...others, 'src/api.js': api, 'src/lambda.ts': lambda, 'src/main.ts': main};
        const typed = {'tsconfig.json': JSON.stringify({compilerOptions: {...compilerOptions, allowJs: true}})};
        expect(await open({...files, ...typed}).run('node', ...register, 'src/main.ts')).toEqual({
            exitCode: 0,
            output: `${goodAnswer}\n`,
        });
        project?.remove();
        const {output} = await open(files).run('node', ...register, 'src/main.ts');
        expect(output).toContain('these routes were not compiled');
    });

    test('finds imports as TypeScript does', async () => {
        const {run} = open({
            'package.json': '{"type": "module"}',
            'tsconfig.json': JSON.stringify({compilerOptions: {paths: {'~/*': ['./src/*']}}}),
            'src/main.ts': importsOfAllKinds,
            'src/a.ts': 'export const a: string = "a";',
            'src/b.mts': 'export const b: string = "b";',
            'src/c/index.ts': 'export const c: string = "c";',
            'src/d.tsx': 'export const d: string = "d";',
        });
        expect(await run('node', ...register, 'src/main.ts')).toEqual({exitCode: 0, output: 'a a b c d a\n'});
    });

    test('shows TypeScript lines in stack traces', async () => {
        const source = `${greetingApi['src/api.ts']}\n\n\ntype Long = {\n  name: string;\n};\nthrow new Error('here');`;
        const {output} = await open({...greetingApi, 'src/api.ts': source}).run('node', ...register, 'src/lambda.ts');
        const line = source.split('\n').findIndex((text) => text.includes('throw')) + 1;
        expect(output).toMatch(new RegExp(`Error: here\\n +at .*src/api\\.ts:${line}:7`));
    });

    test('tells a compile error once, with its place', async () => {
        const {exitCode, output} = await open({...greetingApi, ...userWithFunction}).run('node', ...register, 'src/lambda.ts');
        expect(exitCode).toBe(1);
        expectCompileError(output);
    });

    test('lets the program end', async () => {
        expect(await open(greetingApi).run('node', ...register, 'src/api.ts')).toEqual({exitCode: 0, output: ''});
    });

    test('under node --watch, a file of types alone restarts the program', async () => {
        const {edit, start} = open(greetingApi);
        const server = start('node', '--watch', ...register, 'src/server.ts');
        expect(await greetServer(server)).toBe(goodAnswer);
        await repeatUntil(server.printed(/Restarting/), () => edit(userWithNickname));
        expect(await greetServer(server)).toMatch(/^400 .*"user\.nickname"/);
    });

    test('under node --watch, a file of types restarts a program that did not compile', async () => {
        const {edit, start} = open({...greetingApi, ...userWithFunction});
        const server = start('node', '--watch', ...register, 'src/server.ts');
        await server.printed(/Failed running/);
        await repeatUntil(server.printed(/Restarting/), () => edit({'src/user.ts': greetingApi['src/user.ts']}));
        expect(await greetServer(server)).toBe(goodAnswer);
    });

    test('under node --watch, a file that was missing restarts the program', async () => {
        const {'src/user.ts': user, ...others} = greetingApi;
        const {edit, start} = open(others);
        const server = start('node', '--watch', ...register, 'src/server.ts');
        await server.printed(/Failed running/);
        await repeatUntil(server.printed(/Restarting/), () => edit({'src/user.ts': user}));
        expect(await greetServer(server)).toBe(goodAnswer);
    });
});
