/** How long the texts of some types may be that come over the wire. Building what they stand for takes time. */
export interface TextLimits {
    /** The most digits of a `bigint`. */
    readonly maxBigIntDigits: number;
    /** The most characters of a `URL`. */
    readonly maxUrlLength: number;
    /** The most characters of a `RegExp`, as `/source/flags`. */
    readonly maxRegExpLength: number;
}

/** The limits of routers and clients that set no others. */
// Parsing three million digits takes over a second. 1,300 are those of 4,096 bits, and some.
export const defaultTextLimits: TextLimits = {maxBigIntDigits: 1300, maxUrlLength: 8192, maxRegExpLength: 1024};
