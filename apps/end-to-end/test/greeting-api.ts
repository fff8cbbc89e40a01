import {expect} from '@jest/globals';
import type {Project} from './project.ts';

const userType = (property = '') => `export interface User {\n    name: string;\n    born: Date;\n    ${property}\n}\n`;

export const requestBody = JSON.stringify({greet: [{name: 'Ann', born: '2001-02-03T00:00:00Z'}]});

/** An API whose types come from a file that no tool loads at run time. */
export const greetingApi = {
    'package.json': JSON.stringify({type: 'module'}),
    'tsconfig.json': JSON.stringify({
        compilerOptions: {
            target: 'es2023',
            module: 'nodenext',
            strict: true,
            noEmit: true,
            types: ['node'],
            allowImportingTsExtensions: true,
        },
        include: ['src'],
    }),
    'src/user.ts': userType(),
    'src/api.ts': `
        import {registerRoutes, type Routes} from '@mionkit/router';
        import type {User} from './user.ts';

        export const routes = {
            greet: (_ctx, user: User) => \`\${user.name} was born in \${user.born.getUTCFullYear()}\`,
        } satisfies Routes;
        export const api = registerRoutes(routes);
    `,
    'src/lambda.ts': `
        import {awsLambdaHandler} from '@mionkit/aws';
        import './api.ts';

        export const handler = awsLambdaHandler;
    `,
    'src/server.ts': `
        import type {AddressInfo} from 'node:net';
        import {startNodeServer} from '@mionkit/http';
        import './api.ts';

        const server = await startNodeServer({port: 0});
        console.log(\`listening on \${(server.address() as AddressInfo).port}\`);
    `,
    'call.mjs': `
        import {pathToFileURL} from 'node:url';

        export async function call(handler, body = ${JSON.stringify(requestBody)}) {
            const http = {method: 'POST', path: '/greet', sourceIp: '127.0.0.1', protocol: 'HTTP/1.1', userAgent: ''};
            const event = {
                version: '2.0', rawPath: '/greet', rawQueryString: '', routeKey: '$default', isBase64Encoded: false,
                headers: {'content-type': 'application/json'}, requestContext: {http, stage: '$default'}, body,
            };
            const answer = await handler(event, {getRemainingTimeInMillis: () => 1000});
            return \`\${answer.statusCode} \${answer.body}\`;
        }

        const [, script, file, body] = process.argv;
        if (import.meta.filename === script) {
            const {handler} = await import(pathToFileURL(file).href);
            console.log(await call(handler, body));
        }
    `,
};

/** What to write to give the user a property more: then the API refuses a user without it. */
export const userWithNickname = {'src/user.ts': userType('nickname: string;')};

/** What to write to break the build. */
export const userWithFunction = {'src/user.ts': userType('run: () => void;')};

export const goodAnswer = '200 {"greet":"Ann was born in 2001"}';

/** Calls a built Lambda handler in a process of its own. */
export async function callLambda(project: Project, file: string, body = requestBody): Promise<string> {
    const {output} = await project.run('node', 'call.mjs', file, body);
    return output;
}

/** Calls a server of `src/server.ts`. */
export async function postGreeting(port: string | undefined): Promise<string> {
    const headers = {'content-type': 'application/json'};
    const response = await fetch(`http://localhost:${port}/greet`, {method: 'POST', headers, body: requestBody});
    return `${response.status} ${await response.text()}`;
}

/** Expects a built Lambda handler to answer and to validate. */
export async function expectGreetings(project: Project, file: string): Promise<void> {
    expect(await callLambda(project, file)).toBe(`${goodAnswer}\n`);
    const refused = await callLambda(project, file, JSON.stringify({greet: [{name: 'Ann', born: 'yesterday'}]}));
    expect(refused).toMatch(/^400 .*"path":"user\.born"/);
}

/** Expects the mistake of `userWithFunction` once, with its place. */
export function expectCompileError(output: string): void {
    expect(output).toMatch(/src\/user\.ts:4:\d+/);
    expect(output.match(/functions can't be sent/g)).toHaveLength(1);
}
