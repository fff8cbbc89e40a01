import {afterEach, test} from '@jest/globals';
import {goodAnswer, greetingApi, userWithFunction, userWithNickname} from './greeting-api.ts';
import {createProject, type Project} from './project.ts';
import {repeatUntil} from './repeat-until.ts';

const good = new RegExp(goodAnswer);

let project: Project | undefined;
afterEach(() => project?.remove());

/** Asks the API again and again, and prints each answer that differs from the one before. */
const devServer = `
    import {createServer} from 'vite';
    import {mion} from '@mionkit/compiler/vite';
    import {call} from './call.mjs';

    const server = await createServer({
        configFile: false, appType: 'custom', logLevel: 'silent', server: {middlewareMode: true, ws: false}, plugins: [mion()],
    });
    for (let last; ; await new Promise((resolve) => setTimeout(resolve, 200))) {
        const answer = await server.ssrLoadModule('/src/lambda.ts').then(({handler}) => call(handler), (error) => error.message);
        if (answer !== last) console.log(answer);
        last = answer;
    }
`;

/** Vite loads a changed module again into the same process, where the router still has the routes of the first time. */
const resettingApi = greetingApi['src/api.ts']
    .replace('{registerRoutes', '{registerRoutes, resetRouter')
    .replace('export const api', 'resetRouter();\nexport const api');

test('the dev server compiles a module anew when a file changes that only types come from', async () => {
    project = createProject({...greetingApi, 'src/api.ts': resettingApi, 'dev.mjs': devServer});
    const {edit, start} = project;
    const server = start('node', 'dev.mjs');
    await server.printed(good);
    await repeatUntil(server.printed(/400 .*"user\.nickname"/), () => edit(userWithNickname));
    await repeatUntil(server.printed(/src\/user\.ts:4:5 .*functions can't be sent/), () => edit(userWithFunction));
    await repeatUntil(server.printed(good), () => edit({'src/user.ts': greetingApi['src/user.ts']}));
});

test('the dev server tries a module again that never compiled, when the file of its types is corrected or made', async () => {
    const {'src/user.ts': user, ...others} = {...greetingApi, 'src/api.ts': resettingApi, 'dev.mjs': devServer};
    project = createProject(others);
    const {edit, start} = project;
    const server = start('node', 'dev.mjs');
    await server.printed(/could not be resolved/);
    await repeatUntil(server.printed(/functions can't be sent/), () => edit(userWithFunction));
    await repeatUntil(server.printed(good), () => edit({'src/user.ts': user}));
});
