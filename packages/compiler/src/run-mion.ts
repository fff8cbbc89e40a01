import {parseArgs} from 'node:util';
import {buildDirectory} from './build-directory.ts';
import {checkContract} from './check-contract.ts';
import {checkDirectory} from './check-directory.ts';
import type {CompilerOptions} from './compiler.ts';
import {inspectRoute} from './inspect-route.ts';
import {MionCompileError} from './mion-compile-error.ts';
import {writeContract} from './write-contract.ts';

const usage = `Usage: mion build <dir> --out <dir> [--tsconfig <file>]
       mion check [<dir>] [--tsconfig <file>]
       mion inspect <route> [<dir>] [--tsconfig <file>]
       mion contract [<dir>] --out <dir> [--check] [--tsconfig <file>]

  build    Copies <dir> with the code of its routes in it, for tools that take no plugins.
           Let them read --out instead of <dir>, and keep the two side by side,
           so that imports that leave <dir> still lead to the same files.
  check    Tells what in <dir> does not compile, and writes nothing. Unlike a build, it
           tells every error of TypeScript in the files that the routes import.
  inspect  Shows the types of a route or hook as mion reads them, and its generated code.
  contract Writes api.d.ts and contract.json to --out, for clients that can't see the sources.
           With --check it writes nothing: it fails when the API is no longer the one in
           contract.json, and tells what changed and whether existing clients break.

<dir> is the current directory where it is left out. All but \`mion build\` take a file as well.
`;

const options = {
    out: {type: 'string'},
    tsconfig: {type: 'string'},
    check: {type: 'boolean'},
    help: {type: 'boolean', short: 'h'},
} as const;

interface CommandInput {
    readonly args: readonly string[];
    readonly out: string | undefined;
    readonly check: boolean;
    readonly compiler: CompilerOptions;
}

/** By name: what each command prints. `undefined` for wrong usage. */
const commands: Readonly<Record<string, (input: CommandInput) => string | undefined>> = {
    build({args: [directory, ...rest], out, compiler}) {
        if (!directory || !out || rest.length > 0) return undefined;
        const {compiled, copied} = buildDirectory(directory, out, compiler);
        const names = compiled.length > 0 ? `compiled ${compiled.join(', ')}` : 'no file registers routes';
        return `${out}: ${names}, ${copied.length} copied\n`;
    },
    check({args: [directory = '.', ...rest], compiler}) {
        return rest.length > 0 ? undefined : checkDirectory(directory, compiler);
    },
    inspect({args: [id, directory = '.', ...rest], compiler}) {
        return !id || rest.length > 0 ? undefined : inspectRoute(id, directory, compiler);
    },
    contract({args: [path = '.', ...rest], out, check, compiler}) {
        if (!out || rest.length > 0) return undefined;
        return check ? checkContract(path, out, compiler) : writeContract(path, out, compiler);
    },
};

/** Runs the command line `mion …`. Gives the exit code: 1 when something does not compile or a contract changed, 2 for wrong usage. */
export function runMion(args: readonly string[]): number {
    try {
        const {values, positionals} = parseArgs({args: [...args], options, allowPositionals: true});
        if (values.help) return print(usage);
        const [name = '', ...rest] = positionals;
        const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
        const compiler = values.tsconfig === undefined ? {} : {tsconfig: values.tsconfig};
        const text = command?.({args: rest, out: values.out, check: values.check ?? false, compiler});
        return text === undefined ? fail(explainUsage(name, command !== undefined), 2) : print(text);
    } catch (error) {
        return failWith(error);
    }
}

function explainUsage(name: string, isCommand: boolean): string {
    if (name === '') return usage;
    return `${isCommand ? `'mion ${name}' takes other arguments.` : `There is no command '${name}'.`}\n\n${usage}`;
}

function failWith(error: unknown): number {
    if (error instanceof MionCompileError) return fail(`${error.message}\n`, 1);
    const {code, message} = error as NodeJS.ErrnoException;
    return code?.startsWith('ERR_PARSE_ARGS') ? fail(`${message}\n\n${usage}`, 2) : fail(`${message}\n`, 1);
}

function print(text: string): number {
    process.stdout.write(text);
    return 0;
}

function fail(text: string, exitCode: number): number {
    process.stderr.write(text);
    return exitCode;
}
