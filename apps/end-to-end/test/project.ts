import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {type RunningProcess, startProcess} from './running-process.ts';

/** A project beside the installed packages, as a user has it. */
export interface Project {
    readonly folder: string;
    write(files: Readonly<Record<string, string>>): void;
    /** Writes files with a text that they never had: a watcher that took in the one before too early sees that this is another. */
    edit(files: Readonly<Record<string, string>>): void;
    read(name: string): string;
    /** Runs a command to its end. */
    run(command: string, ...args: readonly string[]): Promise<RunResult>;
    /** Starts a command. It ends with the project at the latest. */
    start(command: string, ...args: readonly string[]): RunningProcess;
    /** Ends what runs, and removes the files. */
    remove(): Promise<void>;
}

/** How a command ended, and all that it printed. */
export interface RunResult {
    readonly exitCode: number | null;
    readonly output: string;
}

/** Makes a project with these files. */
export function createProject(files: Readonly<Record<string, string>>): Project {
    const installed = process.env.MION_INSTALLED ?? '';
    const folder = mkdtempSync(join(installed, 'project-'));
    const running: RunningProcess[] = [];
    const start = (command: string, ...args: readonly string[]) => {
        const path = command === 'node' ? process.execPath : join(installed, 'node_modules', '.bin', command);
        const started = startProcess(path, args, folder);
        running.push(started);
        return started;
    };
    let edits = 0;
    const project: Project = {
        folder,
        write(sources) {
            for (const [name, text] of Object.entries(sources)) {
                mkdirSync(dirname(join(folder, name)), {recursive: true});
                writeFileSync(join(folder, name), text);
            }
        },
        edit(sources) {
            const comment = `\n// Edit ${++edits}\n`;
            project.write(Object.fromEntries(Object.entries(sources).map(([name, text]) => [name, `${text}${comment}`])));
        },
        read: (name) => readFileSync(join(folder, name), 'utf8'),
        run: (command, ...args) => start(command, ...args).ended,
        start,
        async remove() {
            await Promise.all(running.map((each) => each.stop()));
            rmSync(folder, {recursive: true, force: true});
        },
    };
    project.write(files);
    return project;
}
