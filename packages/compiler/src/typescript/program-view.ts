import {findTreeProperties, type TreeProperty} from './find-tree-properties.ts';
import {findLiteral, isPlainInterface, isPlainLiteral} from './is-plain.ts';
import {createPackageLookup} from './package-lookup.ts';
import type {QuestionGroup} from './question-queue.ts';
import {once, type Remembered, remember, rememberById} from './remember.ts';
import {
    type Checker,
    type Diagnostic,
    type Expression,
    type IndexInfo,
    ObjectFlags,
    type Program,
    type Project,
    type Signature,
    SignatureKind,
    SyntaxKind,
    type Type,
    TypeFlags,
    type TypeScriptSymbol,
} from './typescript-api.ts';

/** One version of a program, with what mion asks of it. Each question travels to the checker's process, so answers are kept. */
export interface ProgramView {
    readonly program: Program;
    readonly checker: Checker;
    /** The name of its tsconfig, which doesn't exist where mion made it up. */
    readonly configFile: string;
    /** The names of all files of the program. */
    readonly getFileNames: () => readonly string[];
    /** Whether a file is part of the program. */
    readonly hasFile: (path: string) => boolean;
    readonly propertiesOf: Remembered<Type, readonly TypeScriptSymbol[]>;
    readonly symbolOf: Remembered<Type, TypeScriptSymbol | undefined>;
    /** The symbol of a class, an interface, or a reference to a generic one; of any other type none. */
    readonly namedSymbolOf: (type: Type) => TypeScriptSymbol | undefined;
    readonly aliasOf: Remembered<Type, TypeScriptSymbol | undefined>;
    /** The types of symbols, in their order; all that are not known yet are asked for at once. */
    readonly typesOf: (symbols: readonly TypeScriptSymbol[]) => readonly (Type | undefined)[];
    /** The members of a union; any other type is its only member. */
    readonly membersOf: (type: Type) => readonly Type[];
    /** The type arguments of a reference to a generic type; of any other type none. */
    readonly argumentsOf: Remembered<Type, readonly Type[]>;
    /** The types in a union, an intersection or a template; of any other type none. */
    readonly partsOf: Remembered<Type, readonly Type[]>;
    /** Whether a type's declarations say that it has named properties only, so that nothing else has to be asked for. */
    readonly isPlain: (type: Type) => boolean;
    /** Whether a type is no function by what is known of it already. */
    readonly isNeverCallable: (type: Type) => boolean;
    readonly callSignaturesOf: Remembered<Type, readonly Signature[]>;
    readonly parametersOf: Remembered<Signature, readonly TypeScriptSymbol[]>;
    readonly returnTypeOf: Remembered<Signature, Type | undefined>;
    readonly indexesOf: Remembered<Type, readonly IndexInfo[]>;
    /** The type of an expression. */
    readonly typeAt: (node: Expression) => Type | undefined;
    /** The properties of a tree whose types can be asked for one by one. */
    readonly treePropertiesOf: (tree: Expression) => readonly TreeProperty[] | undefined;
    /** Calls functions that ask such questions, and gets all answers together, so that each is known when it is asked again. */
    readonly askAll: (functions: readonly (() => unknown)[], groups?: readonly QuestionGroup[]) => void;
    /** The same, without waiting for the answers: the next question waits for them. */
    readonly askSoon: (functions: readonly (() => unknown)[]) => void;
    /** What TypeScript reports of the tsconfig. */
    readonly configErrors: () => readonly Diagnostic[];
    /** What TypeScript reports of the program as a whole. */
    readonly programErrors: () => readonly Diagnostic[];
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

/** The group of questions that a function asks about all of these that it has no answer for yet. */
export function about<TKey extends {readonly id: number}>(
    ask: Remembered<TKey, unknown>,
    keys: readonly TKey[],
): QuestionGroup<TKey> {
    return {ask, keys: keys.filter((key) => !ask.has(key))};
}

/** Where a view's project comes from. */
export interface ViewSource {
    /** The text of a file as the checker has it. */
    readText(path: string): string | undefined;
    /** When the checker was last asked to read files, in milliseconds since 1970. */
    askedAt(): number;
    readonly askAll: ProgramView['askAll'];
    readonly askSoon: ProgramView['askSoon'];
}

/** Makes the view of a project's current program. */
export function createProgramView(
    {program, checker, configFileName}: Project,
    {readText, askAll, askSoon}: ViewSource,
): ProgramView {
    const packageOf = remember(createPackageLookup());
    const isDefaultLibrary = remember(
        (path: string) => isDeclarationFile(path) && program.getSourceFileMetadata(path)?.isDefaultLibrary === true,
    );
    const partsOf = rememberById((type: Type) =>
        type.isUnionType() || type.isIntersectionType() || type.isTemplateLiteralType() ? type.getTypes() : [],
    );
    const isOwnSource = remember((path: string) => !path.includes('/node_modules/') && !isDeclarationFile(path));
    const symbolOf = rememberById((type: Type) => type.getSymbol());
    const propertiesOf = rememberById((type: Type) => checker.getPropertiesOfType(type));
    const namedSymbolOf = (type: Type) => (isNamed(type) ? symbolOf(type) : undefined);
    const literalOf = rememberById((type: Type) =>
        isNamed(type) ? undefined : findLiteral(type, propertiesOf(type), isOwnSource),
    );
    // Every declaration is looked up by the name of its file.
    program.getSourceFile = remember(program.getSourceFile.bind(program));
    const getFileNames = once(() => program.getSourceFileNames());
    // Where names differ only by case, TypeScript's paths are in lower case.
    const getFiles = once(() => new Set(getFileNames().map((name) => name.toLowerCase())));
    const view: ProgramView = {
        program,
        checker,
        configFile: configFileName,
        getFileNames,
        hasFile: (path) => getFiles().has(path.toLowerCase()),
        askAll,
        askSoon,
        configErrors: once(() => program.getConfigFileParsingDiagnostics()),
        programErrors: once(() => program.getProgramDiagnostics()),
        syntaxErrorsOf: remember((path) => program.getSyntacticDiagnostics(path)),
        typeErrorsOf: remember((path) => program.getSemanticDiagnostics(path)),
        propertiesOf,
        symbolOf,
        namedSymbolOf,
        aliasOf: rememberById((type) => type.getAliasSymbol()),
        typesOf: createTypeLookup(checker),
        membersOf: (type) => (type.isUnionType() && !(type.flags & TypeFlags.Boolean) ? partsOf(type) : [type]),
        partsOf,
        argumentsOf: rememberById((type) => (type.isTypeReference() ? checker.getTypeArguments(type) : [])),
        isPlain: rememberById((type) => {
            if (!isDeclared(type)) return false;
            const literal = literalOf(type);
            if (literal !== undefined) return isPlainLiteral(literal);
            const symbol = namedSymbolOf(type);
            return symbol !== undefined && isPlainInterface(symbol, isOwnSource);
        }),
        isNeverCallable: (type) =>
            isData(type) || (isDeclared(type) && literalOf(type)?.kind === SyntaxKind.ObjectLiteralExpression),
        callSignaturesOf: rememberById((type) => (isData(type) ? [] : checker.getSignaturesOfType(type, SignatureKind.Call))),
        parametersOf: rememberById((signature) => signature.getParameters()),
        returnTypeOf: rememberById((signature) => checker.getReturnTypeOfSignature(signature)),
        indexesOf: rememberById((type) => checker.getIndexInfosOfType(type)),
        typeAt: remember((node) => checker.getTypeAtLocation(node)),
        treePropertiesOf: remember((tree) => findTreeProperties(view, tree)),
        packageOf,
        isBuiltIn: (symbol) => symbol.declarations.some(({path}) => isDefaultLibrary(path)),
        isDeclaredIn: (symbol, packageName) => symbol.declarations.some(({path}) => packageOf(path) === packageName),
        isOwnSource,
        mayHaveJsDoc: remember((path) => !path.includes('/node_modules/') && readText(path)?.includes('/**') === true),
    };
    return view;
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
function isData(type: Type): boolean {
    return type.isObjectType() && (type.objectFlags & (ObjectFlags.ObjectLiteral | ObjectFlags.Mapped)) !== 0;
}

/** Whether a type is what an interface or a type literal declares, or a function. */
function isDeclared(type: Type): boolean {
    return type.isObjectType() && (type.objectFlags & (ObjectFlags.Interface | ObjectFlags.Anonymous)) !== 0 && !isData(type);
}

/** Whether a type has a name by which others refer to it. */
export function isNamed(type: Type): boolean {
    return type.isClassOrInterface() || type.isTypeReference();
}

function isDeclarationFile(path: string): boolean {
    return /\.d\.[cm]?ts$/.test(path);
}
