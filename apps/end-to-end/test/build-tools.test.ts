import {rmSync} from 'node:fs';
import {join} from 'node:path';
import {afterEach, beforeEach, describe, expect, test} from '@jest/globals';
import {buildTools} from './build-tools.ts';
import {
    callLambda,
    expectCompileError,
    expectGreetings,
    goodAnswer,
    greetingApi,
    userWithFunction,
    userWithNickname,
} from './greeting-api.ts';
import {createProject, type Project} from './project.ts';
import {repeatUntil} from './repeat-until.ts';

const handler = 'out/lambda.js';

let project: Project;
afterEach(() => project.remove());

describe.each(buildTools)('$name', ({files, commands}) => {
    beforeEach(() => {
        project = createProject({...greetingApi, ...files});
    });

    test('builds an API that answers and validates', async () => {
        for (const command of commands) expect(await project.run(...command)).toMatchObject({exitCode: 0});
        await expectGreetings(project, handler);
    });

    test('tells a compile error once, with its place', async () => {
        project.write(userWithFunction);
        const {exitCode, output} = await project.run(...(commands[0] ?? ['node']));
        expect(exitCode).not.toBe(0);
        expectCompileError(output);
    });
});

describe.each(buildTools.filter(({watchOptions}) => watchOptions))('$name, watching', ({files, commands, watchOptions = []}) => {
    test('builds anew when a file changes that only types come from', async () => {
        project = createProject({...greetingApi, ...files});
        const [[command, ...options] = ['node']] = commands;
        const watcher = project.start(command, ...options, ...watchOptions);
        const built = /built|created/;
        await watcher.printed(built);
        expect(await callLambda(project, handler)).toBe(`${goodAnswer}\n`);

        await repeatUntil(watcher.printed(built), () => project.edit(userWithNickname));
        expect(await callLambda(project, handler)).toMatch(/^400 .*"user\.nickname"/);

        await repeatUntil(watcher.printed(/functions can't be sent/), () => project.edit(userWithFunction));
        const user = {'src/user.ts': greetingApi['src/user.ts']};
        await repeatUntil(watcher.printed(built), () => project.edit(user));
        expect(await callLambda(project, handler)).toBe(`${goodAnswer}\n`);

        rmSync(join(project.folder, 'src/user.ts'));
        await watcher.printed(/Cannot find module/);
        await repeatUntil(watcher.printed(built), () => project.edit(user));
        expect(await callLambda(project, handler)).toBe(`${goodAnswer}\n`);
    });
});
