import {spawnSync} from 'node:child_process';
import {fileURLToPath, pathToFileURL} from 'node:url';

const script = fileURLToPath(new URL('../scripts/bundle-with-deepkit.mjs', import.meta.url));

/** What is bundled. */
export interface BundleOptions {
    /** The code of the entry file, in `test/routes`. */
    readonly entry: string;
    /** The texts of files of `test/routes` that are not on disk, by name. */
    readonly files?: Readonly<Record<string, string>>;
}

/** Compiles routes with Deepkit's type compiler, in a process of its own, and bundles them. Answers the bundle's path. */
export function bundleWithDeepkit(name: string, options: BundleOptions): string {
    const outfile = fileURLToPath(new URL(`../.cache/${name}.mjs`, import.meta.url));
    const {status, stderr} = spawnSync(process.execPath, [script], {
        input: JSON.stringify({...options, outfile}),
        encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`The bundle '${name}' could not be made: ${stderr}`);
    return outfile;
}

/** Compiles routes with Deepkit's type compiler, and imports them. */
export async function importWithDeepkit<TModule>(name: string, options: BundleOptions): Promise<TModule> {
    return (await import(pathToFileURL(bundleWithDeepkit(name, options)).href)) as TModule;
}
