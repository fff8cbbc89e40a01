import type {MethodKind} from './method-kind.ts';
import type {Definitions, ErrorModel, ParamModel, TypeModel} from './type-model.ts';

/** What a client knows of one method: what `mion/methods` serves and what a contract file holds. */
export interface MethodMetadata {
    readonly id: string;
    readonly kind: MethodKind;
    /** For header hooks: the header that the param is sent in. */
    readonly headerName?: string;
    readonly params: readonly ParamModel[];
    readonly returns: TypeModel;
    readonly errors?: readonly ErrorModel[];
    /** What the `ref`s in these models point to. */
    readonly definitions?: Definitions;
    /** The ids of the public hooks in the route's plan, in their order. Empty for hooks. */
    readonly hookIds: readonly string[];
    /** Changes when the types do. */
    readonly hash: string;
}

/** Method metadata by id. */
export type MethodsMetadata = Readonly<Record<string, MethodMetadata>>;
