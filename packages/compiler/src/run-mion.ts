import {parseArgs} from 'node:util';
import {buildDirectory} from './build-directory.ts';
import {MionCompileError} from './mion-compile-error.ts';

const USAGE = `Usage: mion build <dir> --out <dir> [--tsconfig <file>]

  build   Copies <dir> with the code of its routes in it, for tools that take no plugins.
          Let them read --out instead of <dir>, and keep the two side by side,
          so that imports that leave <dir> still lead to the same files.
`;

const OPTIONS = {
    out: {type: 'string'},
    tsconfig: {type: 'string'},
    help: {type: 'boolean', short: 'h'},
} as const;

/** Runs the command line `mion …`. Gives the exit code: 1 when something does not compile, 2 for wrong usage. */
export function runMion(args: readonly string[]): number {
    try {
        const {values, positionals} = parseArgs({args: [...args], options: OPTIONS, allowPositionals: true});
        if (values.help) return print(USAGE);
        const [command, directory, ...rest] = positionals;
        if (command !== 'build' || !directory || !values.out || rest.length > 0) return fail(USAGE, 2);
        const {compiled, copied} = buildDirectory(directory, values.out, values.tsconfig ? {tsconfig: values.tsconfig} : {});
        const names = compiled.length > 0 ? `compiled ${compiled.join(', ')}` : 'no file registers routes';
        return print(`${values.out}: ${names}, ${copied.length} copied\n`);
    } catch (error) {
        return failWith(error);
    }
}

function failWith(error: unknown): number {
    if (error instanceof MionCompileError) return fail(`${error.message}\n`, 1);
    const {code, message} = error as NodeJS.ErrnoException;
    return code?.startsWith('ERR_PARSE_ARGS') ? fail(`${message}\n\n${USAGE}`, 2) : fail(`${message}\n`, 1);
}

function print(text: string): number {
    process.stdout.write(text);
    return 0;
}

function fail(text: string, exitCode: number): number {
    process.stderr.write(text);
    return exitCode;
}
