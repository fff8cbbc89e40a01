import {spawn} from 'node:child_process';
import {setTimeout as wait} from 'node:timers/promises';
import type {RunResult} from './project.ts';

/** A child process, and what it prints. */
export interface RunningProcess {
    /** Resolves when it has printed something that matches, behind what the last call found. Rejects when it ends before, or takes very long. */
    printed(pattern: RegExp): Promise<RegExpExecArray>;
    readonly ended: Promise<RunResult>;
    stop(): Promise<void>;
}

const longestWaitMs = 100_000;

/** Starts a process that tells the test what it prints. */
export function startProcess(path: string, args: readonly string[], folder: string): RunningProcess {
    // A group of its own, so that its children end with it.
    const child = spawn(path, args, {cwd: folder, detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: environment()});
    let output = '';
    let position = 0;
    let look = () => {};
    for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding('utf8').on('data', (text: string) => {
            output += text;
            look();
        });
    }
    const ended = new Promise<RunResult>((resolve, reject) => {
        child.once('error', reject);
        child.once('close', (exitCode) => resolve({exitCode, output}));
    });
    return {
        ended,
        async printed(pattern) {
            const timer = new AbortController();
            const found = new Promise<RegExpExecArray>((resolve) => {
                look = () => {
                    const match = pattern.exec(output.slice(position));
                    if (!match) return;
                    position += match.index + match[0].length;
                    resolve(match);
                };
                look();
            });
            const late = wait(longestWaitMs, 'was still running', {signal: timer.signal}).catch(() => 'aborted');
            const first = await Promise.race([found, ended.then(({exitCode}) => `ended with ${exitCode}`), late]);
            timer.abort();
            if (typeof first !== 'string') return first;
            throw new Error(`The process ${first} and had not printed ${pattern}. It printed:\n${output}`);
        },
        async stop() {
            if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
                process.kill(-child.pid, 'SIGKILL');
            await ended.catch(() => undefined);
        },
    };
}

/** Without what jest and the workspace set for their own processes. */
function environment(): NodeJS.ProcessEnv {
    const {NODE_OPTIONS, NODE_ENV, FORCE_COLOR, ...rest} = process.env;
    return {...rest, NO_COLOR: '1'};
}
