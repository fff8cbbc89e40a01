import {HeaderList} from '@mionkit/core';
import type {AwsLambdaOptions} from './aws-options.ts';

/** The options of a handler in the form that it reads for each event. */
export interface HandlerSettings {
    /** Names, in lower case, and values. */
    readonly defaultHeaders: readonly (readonly [string, string])[];
    /** `/shop`, or nothing. */
    readonly pathPrefix: string;
    readonly deadlineMarginMs: number;
}

/** The settings that options ask for. Throws a `TypeError` on headers that can't be sent. */
export function toHandlerSettings({
    defaultResponseHeaders = {},
    basePath = '',
    deadlineMarginMs = 500,
}: Partial<AwsLambdaOptions>): HandlerSettings {
    const defaultHeaders = Object.entries(defaultResponseHeaders).map(([name, value]) => [name.toLowerCase(), value] as const);
    for (const [name, value] of defaultHeaders) new HeaderList().set(name, value);
    const segments = basePath.split('/').filter((segment) => segment !== '');
    return {
        defaultHeaders,
        pathPrefix: segments.map((segment) => `/${segment}`).join(''),
        deadlineMarginMs,
    };
}
