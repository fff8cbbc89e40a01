import {toCodeFrame} from '../code-frame.ts';
import type {CompileDiagnostic} from '../compile-diagnostic.ts';
import {type Place, toSubject} from './place.ts';
import type {ProgramView} from './program-view.ts';
import type {Diagnostic, Node, SourceFile} from './typescript-api.ts';

/** Collects what is wrong in a file, so that all of it is reported together. */
export class ProblemList {
    readonly #view: ProgramView;
    /** What a problem without a declaration of its own points at. */
    #fallback: Node;
    readonly #diagnostics: CompileDiagnostic[] = [];
    readonly #typeScriptErrors: CompileDiagnostic[] = [];
    #hasUnresolved = false;

    constructor(view: ProgramView, fallback: Node) {
        this.#view = view;
        this.#fallback = fallback;
    }

    /** TypeScript could not resolve something: the cause may be in any file. */
    get hasUnresolved(): boolean {
        return this.#hasUnresolved;
    }

    get isEmpty(): boolean {
        return this.#diagnostics.length + this.#typeScriptErrors.length === 0;
    }

    /** All problems, each once, by file and place. Of one place, mion's own come first: they say what to do. */
    sorted(): readonly CompileDiagnostic[] {
        const all = [...this.#diagnostics.toSorted(compare), ...this.#typeScriptErrors.toSorted(compare)];
        const distinct = new Map(all.map((each) => [`${each.file}:${each.line}:${each.column} ${each.message}`, each]));
        return [...distinct.values()].sort(comparePlaces);
    }

    /** Says to which call the problems that follow belong. */
    enterCall(call: Node): void {
        this.#fallback = call;
    }

    /** Adds a problem with a place in a type. `problem` completes the sentence that the place begins: `is a function`. */
    add(place: Place, problem: string): void {
        const node = this.#findNode(place);
        this.#addAt(node, `${toSubject(place)} ${problem}`, place);
    }

    /** Adds that TypeScript could not resolve the type at a place. */
    addUnresolved(place: Place): void {
        this.#hasUnresolved = true;
        this.add(place, 'could not be resolved by TypeScript. Correct the error that TypeScript reports for it.');
    }

    /** Adds a problem with a node. */
    addAtNode(node: Node, message: string): void {
        this.#addAt(node, message);
    }

    /** Adds a problem with a file as a whole; without a file, with the call's. */
    addForFile(file: string | undefined, message: string): void {
        this.#diagnostics.push({file: file ?? this.#fallback.getSourceFile().fileName, line: 1, column: 1, message});
    }

    /** Adds an error that TypeScript itself reports. */
    addTypeScriptError({fileName, pos, text, code, messageChain}: Diagnostic, advice: string): void {
        const details = (messageChain ?? []).map((each) => ` ${each.text}`).join('');
        const message = `TypeScript reports TS${code}: ${text}${details} ${advice}`;
        const file = fileName === undefined ? undefined : this.#view.program.getSourceFile(fileName);
        if (file === undefined)
            this.#typeScriptErrors.push({file: fileName ?? this.#fallback.getSourceFile().fileName, line: 1, column: 1, message});
        else this.#typeScriptErrors.push(toDiagnostic(file, pos, message));
    }

    #addAt(node: Node, message: string, place?: Place): void {
        const file = node.getSourceFile();
        const diagnostic = toDiagnostic(file, node.getStart(file), message);
        const {methodId, path} = place ?? {methodId: '', path: ''};
        this.#diagnostics.push({...diagnostic, ...(methodId !== '' && {methodId}), ...(path !== '' && {typePath: path})});
    }

    /** The innermost declaration on the way to the place that stands in the user's own source. */
    #findNode(place: Place | undefined): Node {
        if (place === undefined) return this.#fallback;
        const {declaration, parent} = place;
        const isOwn = declaration !== undefined && this.#view.isOwnSource(declaration.path);
        return (isOwn ? declaration.resolve() : undefined) ?? this.#findNode(parent);
    }
}

function compare(one: CompileDiagnostic, other: CompileDiagnostic): number {
    return comparePlaces(one, other) || (one.message < other.message ? -1 : 1);
}

function comparePlaces(one: CompileDiagnostic, other: CompileDiagnostic): number {
    if (one.file !== other.file) return one.file < other.file ? -1 : 1;
    return one.line - other.line || one.column - other.column;
}

function toDiagnostic(file: SourceFile, position: number, message: string): CompileDiagnostic {
    const {line, character} = file.getLineAndCharacterOfPosition(position);
    const frame = toCodeFrame(file.text, line + 1, character + 1);
    return {file: file.fileName, line: line + 1, column: character + 1, message, frame};
}
