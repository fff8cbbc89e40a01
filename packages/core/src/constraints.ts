/**
 * Constraints for types that travel, to be intersected with them: `name: string & MinLength<1> & MaxLength<80>`.
 *
 * They exist for the compiler only. For whoever writes a value they change nothing: any string can be assigned to a
 * `string & MinLength<3>`, and values with different constraints to each other.
 */

/** Carries a constraint's value. The parameter is unused on purpose: so all tags are assignable to each other. */
interface Tag<_TValue> {
    readonly mion?: never;
}

declare const minLength: unique symbol;
declare const maxLength: unique symbol;
declare const pattern: unique symbol;
declare const format: unique symbol;
declare const min: unique symbol;
declare const max: unique symbol;
declare const exclusiveMin: unique symbol;
declare const exclusiveMax: unique symbol;
declare const integer: unique symbol;
declare const multipleOf: unique symbol;
declare const minItems: unique symbol;
declare const maxItems: unique symbol;
declare const uniqueItems: unique symbol;
declare const after: unique symbol;
declare const before: unique symbol;
declare const maxSize: unique symbol;

/** For strings: the least number of UTF-16 code units. */
export type MinLength<TLength extends number> = {readonly [minLength]?: Tag<TLength>};

/** For strings: the greatest number of UTF-16 code units. */
export type MaxLength<TLength extends number> = {readonly [maxLength]?: Tag<TLength>};

/** For strings: the exact number of UTF-16 code units. */
export type Length<TLength extends number> = MinLength<TLength> & MaxLength<TLength>;

/** For strings: a regular expression (flag `u`) that has to match somewhere in the text. Write `^` and `$` to match all of it. */
export type Pattern<TSource extends string> = {readonly [pattern]?: Tag<TSource>};

/** The names of the formats that strings can be checked for. */
export type FormatName = 'email' | 'uuid' | 'url' | 'date' | 'date-time' | 'time' | 'duration' | 'ipv4' | 'ipv6' | 'hostname';

/** For strings: a format. */
export type Format<TName extends FormatName> = {readonly [format]?: Tag<TName>};

/** An email address: the addr-spec of RFC 5321, without quoted local parts and address literals. */
export type Email = string & Format<'email'>;

/** A UUID of any version, as RFC 9562 writes it. */
export type Uuid = string & Format<'uuid'>;

/** An absolute `http:` or `https:` URL, as text. */
export type Url = string & Format<'url'>;

/** A day that exists: `2024-02-29` (RFC 3339, full-date). */
export type DateText = string & Format<'date'>;

/** A moment with its offset: `2024-02-29T12:00:00Z` (RFC 3339, date-time). As text; a `Date` needs no constraint. */
export type DateTimeText = string & Format<'date-time'>;

/** A time of day with its offset: `12:00:00Z` (RFC 3339, full-time). */
export type TimeText = string & Format<'time'>;

/** A length of time: `P1DT12H` (RFC 3339, appendix A). */
export type Duration = string & Format<'duration'>;

/** An IPv4 address with dots: `192.0.2.1`. */
export type Ipv4 = string & Format<'ipv4'>;

/** An IPv6 address (RFC 4291, without a zone). */
export type Ipv6 = string & Format<'ipv6'>;

/** A host's name (RFC 1123). */
export type Hostname = string & Format<'hostname'>;

/** For numbers and bigints: the least value. */
export type Min<TValue extends number | bigint> = {readonly [min]?: Tag<TValue>};

/** For numbers and bigints: the greatest value. */
export type Max<TValue extends number | bigint> = {readonly [max]?: Tag<TValue>};

/** For numbers and bigints: a bound that values are greater than. */
export type ExclusiveMin<TValue extends number | bigint> = {readonly [exclusiveMin]?: Tag<TValue>};

/** For numbers and bigints: a bound that values are less than. */
export type ExclusiveMax<TValue extends number | bigint> = {readonly [exclusiveMax]?: Tag<TValue>};

/** For numbers and bigints: greater than zero. */
export type Positive = ExclusiveMin<0>;

/** For numbers and bigints: less than zero. */
export type Negative = ExclusiveMax<0>;

/** For numbers and bigints: zero or more. */
export type NonNegative = Min<0>;

/** For numbers and bigints: zero or less. */
export type NonPositive = Max<0>;

/** For numbers: no fraction. */
export type Integer = {readonly [integer]?: Tag<true>};

/** For numbers: a multiple of a number that is greater than zero. */
export type MultipleOf<TValue extends number> = {readonly [multipleOf]?: Tag<TValue>};

/** For arrays, sets and maps: the least number of items. */
export type MinItems<TCount extends number> = {readonly [minItems]?: Tag<TCount>};

/** For arrays, sets and maps: the greatest number of items. */
export type MaxItems<TCount extends number> = {readonly [maxItems]?: Tag<TCount>};

/** For arrays: no two items are equal. */
export type UniqueItems = {readonly [uniqueItems]?: Tag<true>};

/** For dates: later than a moment, as ISO 8601 text: `Date & After<'2020-01-01T00:00:00Z'>`. */
export type After<TMoment extends string> = {readonly [after]?: Tag<TMoment>};

/** For dates: earlier than a moment, as ISO 8601 text. */
export type Before<TMoment extends string> = {readonly [before]?: Tag<TMoment>};

/** For bytes (`Uint8Array`, `ArrayBuffer`, `Buffer`): the greatest number of them. */
export type MaxSize<TBytes extends number> = {readonly [maxSize]?: Tag<TBytes>};
