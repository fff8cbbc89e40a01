import {totalmem} from 'node:os';
import {findExecutable} from './find-executable.ts';
import {API} from './typescript-api.ts';

type SpawnOptions = Omit<Exclude<ConstructorParameters<typeof API>[0], undefined | {readonly pipe: string}>, 'tsserverPath'>;

/** The options of the Go runtime that TypeScript runs on. */
function listRuntimeOptions(): Readonly<Record<string, string>> {
    // Collecting garbage half as often halves the time that a program takes to load. A quarter of the memory is where saving begins.
    return {GOGC: '400', GOMEMLIMIT: `${Math.floor(totalmem() / 4)}B`};
}

/** Starts a process of TypeScript's checker. Options of the Go runtime that the environment sets stay as they are. */
export function startChecker(options: SpawnOptions): API {
    const added = Object.entries(listRuntimeOptions()).filter(([name]) => process.env[name] === undefined);
    for (const [name, value] of added) process.env[name] = value;
    try {
        return endAtOnce(new API({...options, tsserverPath: findExecutable()}));
    } finally {
        for (const [name] of added) delete process.env[name];
    }
}

/** Lets the process end at once. One that is asked to end, as the API does, complains on standard error when it was waiting for questions. */
function endAtOnce(api: API): API {
    const child = (api as unknown as PrivateApi).client?.channel?.child;
    if (child !== undefined) child.kill = child.kill.bind(child, 'SIGKILL');
    return api;
}

/** The process, which the API's types keep private. */
interface PrivateApi {
    readonly client?: {readonly channel?: {readonly child?: {kill(signal?: 'SIGKILL'): boolean}}};
}
