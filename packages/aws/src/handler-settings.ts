import {HeaderList} from '@mionkit/core';
import type {AwsLambdaOptions} from './aws-options.ts';

/** The options of a handler in the form that it reads for each event. */
export interface HandlerSettings {
    /** Names, in lower case, and values in turns. */
    readonly defaultHeaders: readonly string[];
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
    const headers = new HeaderList();
    for (const [name, value] of Object.entries(defaultResponseHeaders)) headers.set(name, value);
    const segments = basePath.split('/').filter(Boolean);
    return {defaultHeaders: headers.flat, pathPrefix: ['', ...segments].join('/'), deadlineMarginMs};
}
