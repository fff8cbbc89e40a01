/** A source map, version 3. */
export interface SourceMap {
    readonly version: number;
    readonly file?: string | undefined;
    readonly sources: string[];
    readonly sourcesContent?: (string | null)[] | undefined;
    readonly names: string[];
    readonly mappings: string;
    /** The map as JSON. */
    toString(): string;
    /** The map as a `data:` URL. */
    toUrl(): string;
}
