import {afterEach, describe, expect, test} from '@jest/globals';
import {expectCompileError, greetingApi, requestBody, userWithFunction, userWithNickname} from './greeting-api.ts';
import {createProject, type Project, type RunResult} from './project.ts';

const config = {
    testMatch: ['<rootDir>/src/*.test.ts'],
    transform: {'\\.ts$': '@mionkit/compiler/jest'},
    extensionsToTreatAsEsm: ['.ts'],
    cacheDirectory: '<rootDir>/cache',
};
const greetingTest = `
    import {handler} from './lambda.ts';

    test('answers', async () => {
        const http = {method: 'POST', path: '/greet'};
        const headers = {'content-type': 'application/json'};
        const event = {version: '2.0', rawPath: '/greet', headers, requestContext: {http}, body: ${JSON.stringify(requestBody)}};
        const {statusCode, body} = await handler(event as never, {} as never) as {statusCode: number; body: string};
        expect([statusCode, body]).toEqual([200, '{"greet":"Ann was born in 2001"}']);
    });
`;

let project: Project | undefined;
afterEach(() => project?.remove());

function open(files: Readonly<Record<string, string>>): Project {
    project = createProject({
        ...greetingApi,
        'jest.config.mjs': `export default ${JSON.stringify(config)};`,
        'src/greeting.test.ts': greetingTest,
        ...files,
    });
    return project;
}

/** As `NODE_OPTIONS=--experimental-vm-modules jest`. */
function runJest({run}: Project): Promise<RunResult> {
    return run('node', '--experimental-vm-modules', '../node_modules/jest/bin/jest.js', '--runInBand');
}

describe('jest', () => {
    test('runs routes', async () => {
        const {exitCode, output} = await runJest(open({}));
        expect(output).toContain('✓ answers');
        expect(exitCode).toBe(0);
    });

    test('runs routes as CommonJS, and makes CommonJS of packages that are ES modules', async () => {
        const commonJsConfig = {
            testMatch: config.testMatch,
            transform: {'\\.[jt]s$': '@mionkit/compiler/jest'},
            transformIgnorePatterns: ['/node_modules/(?!@mionkit/)'],
        };
        const files = {
            'package.json': '{"type": "commonjs"}',
            'jest.config.mjs': `export default ${JSON.stringify(commonJsConfig)};`,
        };
        expect((await runJest(open(files))).output).toContain('✓ answers');
    });

    test('tells a compile error once, with its place', async () => {
        const {exitCode, output} = await runJest(open(userWithFunction));
        expect(exitCode).toBe(1);
        expectCompileError(output);
    });

    test('shows the TypeScript where a test failed', async () => {
        const failing = `interface A {\n    a: number;\n}\ntest('fails', () => {\n    const {a}: A = {a: 1};\n    expect(a).toBe(2);\n});`;
        const {output} = await runJest(open({'src/failing.test.ts': failing}));
        expect(output).toContain('src/failing.test.ts:6:15');
    });

    test('does not take stale code from its cache when only a type changed', async () => {
        const opened = open({});
        expect((await runJest(opened)).output).toContain('✓ answers');
        opened.write(userWithNickname);
        expect((await runJest(opened)).output).toMatch(/✕ answers[\s\S]+user\.nickname/);
        opened.write({'src/user.ts': greetingApi['src/user.ts']});
        expect((await runJest(opened)).output).toContain('✓ answers');
    });
});
