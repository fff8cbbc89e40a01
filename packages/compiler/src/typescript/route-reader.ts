import type {Definitions} from '@mionkit/core';
import type {MethodSource} from '@mionkit/reflection/generator';
import type {CompileDiagnostic} from '../compile-diagnostic.ts';
import type {RegisterFunction} from './find-calls.ts';

/**
 * What mion needs from TypeScript: the routes that a file registers, as type models.
 *
 * Everything of TypeScript's API stays behind this, so that another version of it is another implementation of this interface.
 */
export interface RouteReader {
    /** Starts TypeScript for a first file, without waiting for it. */
    begin(code: string, fileName: string): void;
    /** The calls in a file that register routes or hooks. `code` may differ from the file on disk. The same object while nothing changes. */
    read(code: string, fileName: string, meanwhile?: Meanwhile): FileRoutes;
    /** Says that files changed on disk; without names, that any file may have. */
    changed(fileNames?: readonly string[]): void;
    /** How many messages were sent to the checker so far: each makes two processes wait for each other. */
    countMessages(): number;
    /** Ends the checker's process. */
    close(): void;
}

/** Work to do while TypeScript looks for errors in the files of types in which nothing is wrong so far. Not called for what is known. */
export type Meanwhile = (routes: ReadRoutes) => void;

/** What one file registers. */
export interface FileRoutes extends ReadRoutes {
    /** Why the file does not compile. Empty when it does. */
    readonly diagnostics: readonly CompileDiagnostic[];
}

/** What one file registers, as it is read from its types. */
export interface ReadRoutes {
    readonly calls: readonly RouteCall[];
    /** The position before which imports can be written: behind a hashbang and a directive prologue. */
    readonly importsAt: number;
    /** The file has no import or export syntax, so `require` is how it imports. */
    readonly isCommonJs: boolean;
    /** The program uses `@mionkit/common`, which serves the type models. */
    readonly servesMetadata: boolean;
    /** The files whose change can change the result, also those that are missing yet. The file itself is not among them. */
    readonly dependencies: readonly string[];
}

/** One call of `registerRoutes`, `addStartHooks` or `addEndHooks`. */
export interface RouteCall {
    /** The position behind the first argument. */
    readonly argumentEnd: number;
    readonly functionName: RegisterFunction;
    /** Calls on the same router have the same text here; it is empty for the default router. */
    readonly router: string;
    readonly methods: readonly MethodSource[];
    readonly definitions: Definitions;
}
