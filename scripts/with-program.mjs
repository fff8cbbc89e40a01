import {join} from 'node:path';
import {API} from 'typescript/unstable/sync';

/** Calls `use` with the TypeScript program of some files, as a user of the built package sees them. Returns what `use` returns. */
export function withProgram(folder, files, use) {
    const configFile = join(folder, 'tsconfig.virtual.json');
    const config = {
        compilerOptions: {module: 'nodenext', target: 'es2023', strict: true, noEmit: true, skipLibCheck: true, types: []},
        files,
    };
    const api = new API({
        cwd: folder,
        fs: {
            readFile: (path) => (path === configFile ? JSON.stringify(config) : undefined),
            fileExists: (path) => path === configFile || undefined,
        },
    });
    try {
        const project = api.updateSnapshot({openProjects: [configFile]}).getProject(configFile);
        if (!project) throw new Error(`TypeScript could not open the files of ${folder}`);
        return use(project);
    } finally {
        api.close();
    }
}
