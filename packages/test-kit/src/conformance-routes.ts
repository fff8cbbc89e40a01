import {type MionRequest, type MionResponse, RpcError} from '@mionkit/core';

/** What the routes read of the router's call context. */
interface Context {
    readonly path: string;
    readonly request: MionRequest;
    readonly response: MionResponse;
}

interface Item {
    readonly id: string;
    readonly at: Date;
    readonly tags: readonly string[];
    readonly note?: string;
}

const stored: Item & {readonly secret: string} = {id: 'é€😀', at: new Date(0), tags: [], secret: 'never sent'};

/** The tree that the conformance suite calls. It is typed without the router, on which this package can't depend. */
export const conformanceRoutes = {
    trace: {
        hook: (ctx: Context): void => ctx.response.headers.set('x-trace', `${ctx.path} ${ctx.response.statusCode}`),
        runOnError: true,
    },
    language: {headerName: 'x-language', hook: (_ctx: Context, language?: 'de' | 'en'): string | undefined => language},
    tag: {hook: (_ctx: Context, tag?: string): string | undefined => tag},
    hello: (_ctx: Context, name: string): string => `Hello ${name}`,
    nothing: (): void => undefined,
    item: (): Item => stored,
    later: async (_ctx: Context, item: Item): Promise<Item> => item,
    time: {route: (): string => 'now', readOnly: true},
    cookies: (ctx: Context): void => ctx.response.headers.append('set-cookie', ['a=1; Path=/', 'b=2, c']),
    cached: (ctx: Context): void => ctx.response.headers.set('cache-control', 'max-age=60'),
    teapot: (): string => {
        throw new RpcError({
            statusCode: 418,
            name: 'Teapot',
            publicMessage: 'Short and stout',
            message: 'private',
            errorData: {spout: true},
        });
    },
    crash: async (): Promise<string> => {
        throw new Error('private');
    },
    big: (_ctx: Context, size: number): string => 'x'.repeat(size),
    guarded: {
        auth: {
            headerName: 'Authorization',
            hook: (_ctx: Context, token: string): void => {
                if (token !== 'Bearer good') throw new RpcError({statusCode: 401, publicMessage: 'Not authorized'});
            },
        },
        secret: (): string => 'the secret',
    },
};
