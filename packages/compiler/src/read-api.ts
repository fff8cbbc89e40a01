import {relative} from 'node:path';
import {createModelHash, hashMethod} from '@mionkit/reflection/generator';
import type {CompilerOptions} from './compiler.ts';
import {type FileCall, readCalls} from './read-directory.ts';

/** What clients ask for metadata, which a contract takes the place of. */
const metadataId = 'mion/methods';

/** The calls that register the API of a directory, or of one file. Throws one `Error` for everything that a contract can't say. */
export function readApi(path: string, options?: CompilerOptions): FileCall[] {
    const calls = readCalls(path, {...options, checkImports: true}).map((call) => ({
        ...call,
        methods: call.methods.filter(({id}) => id !== metadataId),
    }));
    if (!calls.some(({methods}) => methods.some(({kind}) => kind === 'route')))
        throw new Error(`No file in ${path} registers routes. Name the directory that they are in.`);
    const problems = [...findRouterProblems(path, calls), ...findConflicts(calls), ...findHeaderProblems(calls)];
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return calls;
}

function findRouterProblems(path: string, calls: readonly FileCall[]): string[] {
    const own = calls.filter(({methods}) => methods.length > 0);
    if (new Set(own.map(({router}) => router)).size < 2) return [];
    const files = [...new Set(own.map(toPlace))].join(', ');
    return [
        `The files in ${path} register on several routers (${files}), and a contract is that of one. Name the file or directory of one.`,
    ];
}

function toPlace({fileName}: FileCall): string {
    return relative('.', fileName);
}

/** The same hook may be registered in several trees. */
function findConflicts(calls: readonly FileCall[]): string[] {
    const known = new Map<string, {readonly call: FileCall; readonly text: string}>();
    return calls.flatMap((call) => {
        const hash = createModelHash(call.definitions);
        return call.methods.flatMap(({id, kind, headerName, model}) => {
            const text = JSON.stringify([kind, headerName, hashMethod(model, hash)]);
            const first = known.get(id) ?? {call, text};
            known.set(id, first);
            if (first.text === text) return [];
            return [
                `${id} is registered in ${toPlace(first.call)} and again in ${toPlace(call)}, as something else. Rename one of them.`,
            ];
        });
    });
}

function findHeaderProblems(calls: readonly FileCall[]): string[] {
    return calls.flatMap((call) => {
        const unnamed = call.methods.filter(({kind, headerName}) => kind === 'headersHook' && headerName === undefined);
        return unnamed.map(
            ({id}) =>
                `${id} (${toPlace(call)}): only the running program knows its \`headerName\`, and a contract has to say it. Write the text itself, or a \`const\` that holds it.`,
        );
    });
}
