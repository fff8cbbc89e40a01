/**
 * The type model: what a TypeScript type looks like to mion, as immutable JSON.
 *
 * The compiler (or the Deepkit reader) makes it, and the interpreter, the code generator and JSON Schema read it. The wire form
 * of each kind is given by the protocol, *Types on the wire*.
 */
export type TypeModel =
    | StringModel
    | NumberModel
    | BooleanModel
    | BigIntModel
    | NullModel
    | UndefinedModel
    | UnknownModel
    | LiteralModel
    | TemplateModel
    | DateModel
    | UrlModel
    | RegExpModel
    | BytesModel
    | ArrayModel
    | TupleModel
    | SetModel
    | MapModel
    | RecordModel
    | ObjectModel
    | UnionModel
    | CodecModel
    | StreamModel
    | RefModel;

/** The name of a kind of type model. */
export type TypeKind = TypeModel['kind'];

/** A string, possibly constrained. */
export interface StringModel {
    readonly kind: 'string';
    /** The least number of UTF-16 code units. */
    readonly minLength?: number;
    /** The greatest number of UTF-16 code units. */
    readonly maxLength?: number;
    /** Source of a regular expression (flag `u`) that has to match somewhere in the text. */
    readonly pattern?: string;
    /** The name of a format, such as `email` or `uuid`. */
    readonly format?: string;
}

/** A finite number, possibly constrained. */
export interface NumberModel {
    readonly kind: 'number';
    readonly integer?: true;
    /** Inclusive. */
    readonly min?: number;
    /** Inclusive. */
    readonly max?: number;
    readonly exclusiveMin?: number;
    readonly exclusiveMax?: number;
    readonly multipleOf?: number;
}

/** `true` or `false`. */
export interface BooleanModel {
    readonly kind: 'boolean';
}

/** An integer of any size; a string of decimal digits on the wire. */
export interface BigIntModel {
    readonly kind: 'bigint';
    /** Inclusive, in decimal digits. */
    readonly min?: string;
    /** Inclusive, in decimal digits. */
    readonly max?: string;
}

/** `null`. */
export interface NullModel {
    readonly kind: 'null';
}

/** `undefined` or `void`: an absent property, and `null` inside arrays and tuples. */
export interface UndefinedModel {
    readonly kind: 'undefined';
}

/** Any JSON value. */
export interface UnknownModel {
    readonly kind: 'unknown';
}

/** One value. Bigint literals are a `bigint` with equal `min` and `max`. */
export interface LiteralModel {
    readonly kind: 'literal';
    readonly value: string | number | boolean;
}

/** A template literal type: text alternating with what may stand in its holes. */
export interface TemplateModel {
    readonly kind: 'template';
    /** Literal text, or the model of a hole: `string`, `number`, `bigint`, a literal, or a union of these. */
    readonly parts: readonly (string | TypeModel)[];
}

/** A valid `Date`. */
export interface DateModel {
    readonly kind: 'date';
    /** Exclusive lower bound, as ISO 8601 text. */
    readonly after?: string;
    /** Exclusive upper bound, as ISO 8601 text. */
    readonly before?: string;
}

/** A `URL`. */
export interface UrlModel {
    readonly kind: 'url';
}

/** A `RegExp`, which mion restores and never runs. */
export interface RegExpModel {
    readonly kind: 'regexp';
}

/** Binary data; base64 on the wire. */
export interface BytesModel {
    readonly kind: 'bytes';
    readonly type: 'Uint8Array' | 'ArrayBuffer' | 'Buffer';
    /** The greatest number of bytes. */
    readonly maxSize?: number;
}

/** An array. */
export interface ArrayModel {
    readonly kind: 'array';
    readonly items: TypeModel;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly uniqueItems?: true;
}

/** A tuple: its elements, in which those after `rest` follow the variable part. */
export interface TupleModel {
    readonly kind: 'tuple';
    readonly elements: readonly TupleElementModel[];
}

/** One element of a tuple. At most one is `rest`, and then `type` is the type of each of its items. */
export interface TupleElementModel {
    readonly type: TypeModel;
    readonly optional?: true;
    readonly rest?: true;
    readonly name?: string;
}

/** A `Set`. */
export interface SetModel {
    readonly kind: 'set';
    readonly items: TypeModel;
    readonly minItems?: number;
    readonly maxItems?: number;
}

/** A `Map`. */
export interface MapModel {
    readonly kind: 'map';
    readonly keys: TypeModel;
    readonly values: TypeModel;
    readonly minItems?: number;
    readonly maxItems?: number;
}

/** An object with index signatures and no declared property: `Record<string, number>`. */
export interface RecordModel {
    readonly kind: 'record';
    readonly indexes: readonly IndexModel[];
}

/** One index signature. Keys are the `string`, `number` or `template` that they match. */
export interface IndexModel {
    readonly keys: TypeModel;
    readonly values: TypeModel;
}

/** An object with declared properties, and possibly index signatures for its other keys. */
export interface ObjectModel {
    readonly kind: 'object';
    /** The type's name where it has one. For messages and JSON Schema only; no part of the hash. */
    readonly name?: string;
    readonly properties: readonly PropertyModel[];
    readonly indexes?: readonly IndexModel[];
}

/** One declared property. */
export interface PropertyModel {
    readonly name: string;
    readonly type: TypeModel;
    readonly optional?: true;
    /** The property's JSDoc text. No part of the hash. */
    readonly description?: string;
}

/** A union of at least two members, none of which is a union. */
export interface UnionModel {
    readonly kind: 'union';
    readonly members: readonly TypeModel[];
    /** By member (`null` for the member `null`), where the members can't be told apart on the wire: they travel as `[tag, value]`. */
    readonly tags?: readonly (string | null)[];
}

/** A class instance, carried by the codec that the program registered under this name. */
export interface CodecModel {
    readonly kind: 'codec';
    readonly name: string;
    /** What the instance is turned into before it travels. */
    readonly wire: TypeModel;
}

/** What a route sends piece by piece. Only the whole result of a route. */
export interface StreamModel {
    readonly kind: 'stream';
    /** The values that are sent one by one. Absent where the pieces are bytes, which travel as they are. */
    readonly items?: TypeModel;
}

/** A type that refers to a definition: how recursive types are written. */
export interface RefModel {
    readonly kind: 'ref';
    readonly name: string;
}

/** The models that `ref`s point to, by name. */
export type Definitions = Readonly<Record<string, TypeModel>>;

/** One parameter of a method, the call context not counted. */
export interface ParamModel {
    readonly name: string;
    readonly type: TypeModel;
    /** The parameter may be left out: `?`, or a default value. */
    readonly optional?: true;
    /** The last parameter takes any number of values, each of `type`. */
    readonly rest?: true;
    readonly description?: string;
}

/** An error that a method declares in its return type. */
export interface ErrorModel {
    /** Absent where the type doesn't narrow the name. */
    readonly name?: string;
    /** Absent where the error carries no typed data. */
    readonly errorData?: TypeModel;
}

/** What a method takes and gives. */
export interface MethodModel {
    readonly params: readonly ParamModel[];
    readonly returns: TypeModel;
    readonly errors?: readonly ErrorModel[];
    readonly description?: string;
}

/** The models of all methods of one `registerRoutes` call. */
export interface MethodModels {
    readonly methods: Readonly<Record<string, MethodModel>>;
    readonly definitions: Definitions;
}
