import type {ProgramView} from './program-view.ts';

// What stands in quotes behind `from`, `import`, `import(` or `require(`. In a comment it does no harm: TypeScript resolves nothing there.
const specifierPattern = /\b(?:from|import|require)\s*\(?\s*(["'])[^"'\n]+\1/g;

/**
 * The files whose change can change the types in a file: its imports, theirs, and global declarations. Packages in node_modules are not followed.
 *
 * Asks by position instead of reading syntax trees, which would cost ten times as much.
 */
export function findDependencies(view: ProgramView, path: string, readText: (path: string) => string | undefined): string[] {
    const names = view.program.getSourceFileNames().filter((name) => !isInPackage(name));
    const found = new Set<string>([path, ...names.filter(isDeclaration)]);
    // The set grows while it is walked.
    for (const file of found) for (const imported of listImports(view, file, readText(file) ?? '')) found.add(imported);
    found.delete(path);
    // Where names differ only by case, TypeScript's paths are in lower case.
    const spellings = new Map(names.map((name) => [name.toLowerCase(), name]));
    return [...found].map((file) => spellings.get(file.toLowerCase()) ?? file);
}

function listImports({program, checker}: ProgramView, path: string, text: string): string[] {
    const positions = [...text.matchAll(specifierPattern)].map((match) => match.index + match[0].length - 2);
    if (positions.length === 0 || program.getSourceFileMetadata(path) === undefined) return [];
    return checker.getSymbolAtPosition(path, positions).flatMap((symbol) => {
        const [declaration] = symbol?.declarations ?? [];
        return declaration === undefined || isInPackage(declaration.path) ? [] : [declaration.path];
    });
}

function isInPackage(path: string): boolean {
    return path.includes('/node_modules/');
}

function isDeclaration(path: string): boolean {
    return /\.d\.[cm]?ts$/.test(path);
}
