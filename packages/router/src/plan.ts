import type {Method} from './method.ts';

/** What runs for the requests of one path, in order. */
export interface Plan {
    /** Absent for a path that no route has. */
    readonly route: Method | undefined;
    readonly steps: readonly Method[];
    /** The HTTP methods that the path answers, as the header `allow` lists them. */
    readonly allowed: string;
    /** How long a call may take, in milliseconds; 0 for no limit. */
    readonly timeoutMs: number;
}
