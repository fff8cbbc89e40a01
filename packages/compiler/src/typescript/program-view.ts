import {isPlain} from './is-plain.ts';
import {createPackageLookup} from './package-lookup.ts';
import type {QuestionGroup} from './question-queue.ts';
import {
    type Checker,
    type Diagnostic,
    type IndexInfo,
    ObjectFlags,
    type Program,
    type Project,
    type Signature,
    SignatureKind,
    type Type,
    TypeFlags,
    type TypeScriptSymbol,
} from './typescript-api.ts';

/** One version of a program, with what mion asks of it. Each question travels to the checker's process, so answers are kept. */
export interface ProgramView {
    readonly program: Program;
    readonly checker: Checker;
    /** The names of all files of the program. */
    readonly getFileNames: () => readonly string[];
    readonly propertiesOf: (type: Type) => readonly TypeScriptSymbol[];
    /** The types of symbols, in their order; all that are not known yet are asked for at once. */
    readonly typesOf: (symbols: readonly TypeScriptSymbol[]) => readonly (Type | undefined)[];
    /** The members of a union; any other type is its only member. */
    readonly membersOf: (type: Type) => readonly Type[];
    /** The type arguments of a reference to a generic type; of any other type none. */
    readonly argumentsOf: (type: Type) => readonly Type[];
    /** The types in a union, an intersection or a template; of any other type none. */
    readonly partsOf: (type: Type) => readonly Type[];
    /** Whether a type is what an interface or a type literal declares, or a function. */
    readonly isDeclared: (type: Type) => boolean;
    /** Whether a type's declarations say that it has named properties only, so that nothing else has to be asked for. */
    readonly isPlain: (type: Type) => boolean;
    readonly callSignaturesOf: (type: Type) => readonly Signature[];
    readonly returnTypeOf: (signature: Signature) => Type | undefined;
    readonly indexesOf: (type: Type) => readonly IndexInfo[];
    /** Calls functions that ask such questions, and gets all answers together, so that each is known when it is asked again. */
    readonly askAll: (functions: readonly (() => unknown)[], groups?: readonly QuestionGroup[]) => void;
    /** The same, without waiting for the answers: the next question waits for them. */
    readonly askSoon: (functions: readonly (() => unknown)[]) => void;
    /** What TypeScript reports of a file's syntax. */
    readonly syntaxErrorsOf: (path: string) => readonly Diagnostic[];
    /** What TypeScript reports of the types in a file. */
    readonly typeErrorsOf: (path: string) => readonly Diagnostic[];
    /** The name of the package that a file belongs to. */
    readonly packageOf: (path: string) => string | undefined;
    /** Whether a symbol is declared by TypeScript's own library: `Date`, `Map`. */
    readonly isBuiltIn: (symbol: TypeScriptSymbol) => boolean;
    readonly isDeclaredIn: (symbol: TypeScriptSymbol, packageName: string) => boolean;
    /** Whether a file is the user's own source: no library, no declaration file. */
    readonly isOwnSource: (path: string) => boolean;
    /** Whether a file can have descriptions that are worth reading: of the user's own, and with JSDoc in it. */
    readonly mayHaveJsDoc: (path: string) => boolean;
}

/** Where a view's project comes from. */
export interface ViewSource {
    /** The text of a file as the checker has it. */
    readText(path: string): string | undefined;
    readonly askAll: ProgramView['askAll'];
    readonly askSoon: ProgramView['askSoon'];
}

/** Makes the view of a project's current program. */
export function createProgramView({program, checker}: Project, {readText, askAll, askSoon}: ViewSource): ProgramView {
    const packageOf = remember(createPackageLookup());
    const isDefaultLibrary = remember((path: string) => program.getSourceFileMetadata(path)?.isDefaultLibrary === true);
    const partsOf = rememberById((type: Type) =>
        type.isUnionType() || type.isIntersectionType() || type.isTemplateLiteralType() ? type.getTypes() : [],
    );
    const isOwnSource = (path: string) =>
        !path.includes('/node_modules/') && !/\.d\.[cm]?ts$/.test(path) && !isDefaultLibrary(path);
    let fileNames: readonly string[] | undefined;
    return {
        program,
        checker,
        getFileNames() {
            fileNames ??= program.getSourceFileNames();
            return fileNames;
        },
        askAll,
        askSoon,
        syntaxErrorsOf: remember((path) => program.getSyntacticDiagnostics(path)),
        typeErrorsOf: remember((path) => program.getSemanticDiagnostics(path)),
        propertiesOf: rememberById((type) => checker.getPropertiesOfType(type)),
        typesOf: createTypeLookup(checker),
        membersOf: (type) => (type.isUnionType() && !(type.flags & TypeFlags.Boolean) ? partsOf(type) : [type]),
        partsOf,
        argumentsOf: rememberById((type) => (type.isTypeReference() ? checker.getTypeArguments(type) : [])),
        isDeclared,
        isPlain: rememberById((type) => {
            const symbol = isDeclared(type) ? type.getSymbol() : undefined;
            return symbol !== undefined && isPlain(symbol, isOwnSource);
        }),
        callSignaturesOf: rememberById((type) =>
            isNeverCallable(type) ? [] : checker.getSignaturesOfType(type, SignatureKind.Call),
        ),
        returnTypeOf: rememberById((signature) => checker.getReturnTypeOfSignature(signature)),
        indexesOf: rememberById((type) => checker.getIndexInfosOfType(type)),
        packageOf,
        isBuiltIn: (symbol) => symbol.declarations.some(({path}) => isDefaultLibrary(path)),
        isDeclaredIn: (symbol, packageName) => symbol.declarations.some(({path}) => packageOf(path) === packageName),
        isOwnSource,
        mayHaveJsDoc: remember((path) => !path.includes('/node_modules/') && readText(path)?.includes('/**') === true),
    };
}

function createTypeLookup(checker: Checker): ProgramView['typesOf'] {
    const types = new Map<number, Type | undefined>();
    return (symbols) => {
        const unknown = symbols.filter(({id}) => !types.has(id));
        const found = unknown.length === 0 ? [] : checker.getTypeOfSymbol(unknown);
        for (const [index, {id}] of unknown.entries()) types.set(id, found[index]);
        return symbols.map(({id}) => types.get(id));
    };
}

/** What an object literal or a mapped type makes is data. */
function isNeverCallable(type: Type): boolean {
    return type.isObjectType() && (type.objectFlags & (ObjectFlags.ObjectLiteral | ObjectFlags.Mapped)) !== 0;
}

function isDeclared(type: Type): boolean {
    return (
        type.isObjectType() &&
        (type.objectFlags & (ObjectFlags.Interface | ObjectFlags.Anonymous)) !== 0 &&
        !isNeverCallable(type)
    );
}

function remember<TValue>(compute: (key: string) => TValue): (key: string) => TValue {
    const values = new Map<string, TValue>();
    return (key) => {
        if (!values.has(key)) values.set(key, compute(key));
        return values.get(key) as TValue;
    };
}

function rememberById<TKey extends {readonly id: number}, TValue>(compute: (key: TKey) => TValue): (key: TKey) => TValue {
    const values = new Map<number, TValue>();
    return (key) => {
        const known = values.get(key.id) ?? compute(key);
        values.set(key.id, known);
        return known;
    };
}
