import {readFileSync} from 'node:fs';
import {dirname, join} from 'node:path/posix';
import type {Checker, Program, Project, Type, TypeScriptSymbol} from './typescript-api.ts';

/** One version of a program, with what mion asks of it beyond the checker. */
export interface ProgramView {
    readonly program: Program;
    readonly checker: Checker;
    /** The name of the package that a file belongs to. */
    packageOf(path: string): string | undefined;
    /** Whether a symbol is declared by TypeScript's own library: `Date`, `Map`. */
    isBuiltIn(symbol: TypeScriptSymbol): boolean;
    /** Whether a symbol is declared in a package. */
    isDeclaredIn(symbol: TypeScriptSymbol, packageName: string): boolean;
    /** Whether a file can have descriptions that are worth reading: of the user's own, and with JSDoc in it. */
    mayHaveJsDoc(path: string): boolean;
    /** The properties of a type. They are asked for once. */
    propertiesOf(type: Type): readonly TypeScriptSymbol[];
    /** Whether a file is the user's own source: no library, no declaration file. */
    isOwnSource(path: string): boolean;
}

/** Makes the view of a project's current program. */
export function createProgramView({program, checker}: Project, readText: (path: string) => string | undefined): ProgramView {
    const packageOf = remember(createPackageLookup());
    const properties = new Map<number, readonly TypeScriptSymbol[]>();
    const isDefaultLibrary = (path: string) => program.getSourceFileMetadataByPath(path as never)?.isDefaultLibrary === true;
    return {
        program,
        checker,
        packageOf,
        mayHaveJsDoc: remember((path) => !path.includes('/node_modules/') && readText(path)?.includes('/**') === true),
        propertiesOf(type) {
            const known = properties.get(type.id) ?? checker.getPropertiesOfType(type);
            properties.set(type.id, known);
            return known;
        },
        isBuiltIn: (symbol) => symbol.declarations.some(({path}) => isDefaultLibrary(path)),
        isDeclaredIn: (symbol, packageName) => symbol.declarations.some(({path}) => packageOf(path) === packageName),
        isOwnSource: (path) => !path.includes('/node_modules/') && !/\.d\.[cm]?ts$/.test(path) && !isDefaultLibrary(path),
    };
}

function remember<TValue>(compute: (path: string) => TValue): (path: string) => TValue {
    const values = new Map<string, TValue>();
    return (path) => {
        if (!values.has(path)) values.set(path, compute(path));
        return values.get(path) as TValue;
    };
}

/** The name in the nearest package.json that has one. */
function createPackageLookup(): (path: string) => string | undefined {
    const names = new Map<string, string | undefined>();
    function lookUp(directory: string): string | undefined {
        if (names.has(directory)) return names.get(directory);
        const parent = dirname(directory);
        const name = readPackageName(directory) ?? (parent === directory ? undefined : lookUp(parent));
        names.set(directory, name);
        return name;
    }
    return (path) => lookUp(dirname(path));
}

function readPackageName(directory: string): string | undefined {
    try {
        const {name} = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8')) as {name?: unknown};
        return typeof name === 'string' ? name : undefined;
    } catch {
        return undefined;
    }
}
