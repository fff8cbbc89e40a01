/** Options that all of mion shares. */
export interface CoreOptions {
    /** Give every error that travels a random id, unless it has one. @default false */
    readonly autoGenerateErrorId: boolean;
}
