import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));

/** A script of this app in a process of its own, as its package.json starts it. */
export interface Script {
    readonly child: ChildProcess;
    /** What it has written so far, to stdout and stderr. */
    output(): string;
    /** Resolves when the output matches; rejects when the process ends before. */
    untilOutput(pattern: RegExp): Promise<void>;
    /** Resolves with the exit code. */
    exit(): Promise<number | null>;
}

/** Starts a script of src with the compiler's register hook. */
export function runScript(file: string, env: Record<string, string>): Script {
    const args = ['--import', '@mionkit/compiler/register', `src/${file}`];
    const child = spawn(process.execPath, args, {cwd: folder, env: {...process.env, NODE_OPTIONS: '', ...env}, stdio: 'pipe'});
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    const exited = once(child, 'close').then(([code]) => code as number | null);
    return {child, output: () => text, exit: () => exited, untilOutput: (pattern) => waitForOutput(child, pattern, () => text)};
}

function waitForOutput(child: ChildProcess, pattern: RegExp, output: () => string): Promise<void> {
    return new Promise((resolve, reject) => {
        const check = () => pattern.test(output()) && resolve();
        for (const stream of [child.stdout, child.stderr]) stream?.on('data', check);
        child.on('close', (code) => reject(new Error(`The script ended with ${code}:\n${output()}`)));
        check();
    });
}
