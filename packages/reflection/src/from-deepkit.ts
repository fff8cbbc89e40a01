import type {Type, TypeFunction} from '@deepkit/type';
import * as deepkit from '@deepkit/type';

/** All that mion uses of `@deepkit/type`, which no other file imports. */
export {
    excludedAnnotation,
    isSameType,
    mapNameAnnotation,
    mongoIdAnnotation,
    ReflectionKind,
    type Type,
    type TypeClass,
    type TypeEnum,
    type TypeFunction,
    type TypeIndexSignature,
    type TypeLiteral,
    TypeNumberBrand,
    type TypeObjectLiteral,
    type TypeParameter,
    type TypePropertySignature,
    type TypeTemplateLiteral,
    type TypeTuple,
    uuidAnnotation,
    validationAnnotation,
} from '@deepkit/type';

/** The pattern of Deepkit's own `Email`. */
export const emailPattern: RegExp = deepkit.EMAIL_REGEX;

/** What Deepkit's compiler attached to a function or class: texts and references, and operations as the last text. */
export type Program = readonly unknown[] & {__type?: unknown};

/** The program of a function or class; `undefined` when Deepkit's compiler has not seen it. */
export function findProgram(compiled: unknown): Program | undefined {
    const {__type: program} = compiled as {readonly __type?: unknown};
    return Array.isArray(program) ? program : undefined;
}

/** The programs of Deepkit's own types: `MinLength`, `UUID`, … */
export function listOwnPrograms(): readonly Program[] {
    return Object.entries(deepkit).flatMap(([name, value]) => (name.startsWith('__Ω') && Array.isArray(value) ? [value] : []));
}

/** Called before an operation takes its types from the stack, with the operation's number and the program that it stands in. */
export type WatchOperation = (operation: number, types: readonly Type[], program: unknown) => void;

/** How a function's type is made. */
export interface ReadFunctionOptions {
    /** The programs that the function's one leads to. What Deepkit made of them before is not used, and not lost. */
    readonly programs: readonly Program[];
    readonly watch: WatchOperation;
}

/** The type that Deepkit makes of a function's program. Throws what Deepkit throws, and what `watch` does. */
export function readFunctionType(
    compiled: (...params: never[]) => unknown,
    {programs, watch}: ReadFunctionOptions,
): TypeFunction | undefined {
    const known = programs.map((program) => program.__type);
    for (const program of programs) delete program.__type;
    try {
        const type = createProcessor(watch).reflect(compiled, [], {reuseCached: true});
        return type.kind === deepkit.ReflectionKind.function ? type : undefined;
    } finally {
        // A program that failed leaves types behind that were never finished.
        for (const [index, program] of programs.entries()) {
            delete program.__type;
            if (known[index] !== undefined) program.__type = known[index];
        }
    }
}

/** The parts of Deepkit's processor that it doesn't declare as public. */
interface ProcessorParts {
    readonly program: {readonly ops: readonly number[]; readonly program: number; readonly object?: unknown};
    popFrame: () => readonly Type[];
}

/** A processor of its own, because one that has thrown is of no use any more. */
function createProcessor(watch: WatchOperation): deepkit.Processor {
    const processor = new deepkit.Processor();
    const parts = processor as unknown as ProcessorParts;
    const popFrame = parts.popFrame.bind(processor);
    parts.popFrame = () => {
        const types = popFrame();
        const {ops, program, object} = parts.program;
        watch(ops[program] ?? -1, types, object);
        return types;
    };
    return processor;
}
