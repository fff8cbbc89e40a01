import {spawnSync} from 'node:child_process';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';

const packages = fileURLToPath(new URL('../../', import.meta.url));
const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');

/** How many types TypeScript instantiates to check a program, mion's own sources included. Throws when the program has errors. */
export function countInstantiations(files: Readonly<Record<string, string>>): number {
    const folder = mkdtempSync(join(tmpdir(), 'mion-type-cost-'));
    try {
        for (const [name, text] of Object.entries({...files, ...project})) writeFileSync(join(folder, name), text);
        return readInstantiations(runTsc(folder));
    } finally {
        rmSync(folder, {recursive: true});
    }
}

const project = {'package.json': '{"type": "module"}', 'tsconfig.json': createConfig()};

function createConfig(): string {
    const sources = ['core', 'router', 'reflection', 'client'].map((name) => [
        `@mionkit/${name}`,
        [`${packages}${name}/src/index.ts`],
    ]);
    const compilerOptions = {lib: ['es2023', 'dom'], paths: {...Object.fromEntries(sources), '@mionkit/*': [`${packages}*`]}};
    return JSON.stringify({extends: join(packages, '../tsconfig.base.json'), compilerOptions, include: ['*.ts']});
}

// Several checkers would each count what they share.
function runTsc(folder: string): string {
    const {status, stdout, stderr} = spawnSync(
        process.execPath,
        [tsc, '-p', folder, '--extendedDiagnostics', '--checkers', '1'],
        {
            encoding: 'utf8',
        },
    );
    if (status !== 0) throw new Error(`tsc failed: ${stdout}${stderr}`);
    return stdout;
}

function readInstantiations(diagnostics: string): number {
    const match = /^Instantiations:\s+(\d+)$/m.exec(diagnostics);
    if (!match) throw new Error(`tsc printed no count of instantiations: ${diagnostics}`);
    return Number(match[1]);
}
