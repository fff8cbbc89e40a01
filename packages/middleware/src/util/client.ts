import {getInternal} from './get-internal.ts';

/** What a middleware that fetches through an AWS client can be told about that client. */
export interface ClientOptions<TClient = unknown, TConfig = unknown> {
    /** The class of the client. */
    readonly AwsClient: new (
        config: TConfig,
    ) => TClient;
    /** What the client is made with. */
    readonly awsClientOptions?: Partial<TConfig>;
    /** The key in `request.internal` of the credentials to use. They are there only during a request. */
    readonly awsClientAssumeRole?: string;
    /** Wraps the client, for X-Ray. Has an effect inside of a request only. */
    readonly awsClientCapture?: (client: TClient) => TClient;
    /** Fetch at the first request, not when the module is loaded. */
    readonly disablePrefetch?: boolean;
}

declare const console: {warn(message: string): void};

/** Whether values can be fetched when the module is loaded, before there is a request. */
export function canPrefetch(
    options: {readonly awsClientAssumeRole?: unknown; readonly disablePrefetch?: unknown; readonly cacheExpiry?: unknown} = {},
): boolean {
    return !options.awsClientAssumeRole && !options.disablePrefetch && options.cacheExpiry !== 0;
}

/** Makes the client where `canPrefetch` says so. */
export function createPrefetchClient<TClient, TConfig>(options: ClientOptions<TClient, TConfig>): TClient {
    if (options.awsClientCapture && !options.disablePrefetch) {
        console.warn('`awsClientCapture` has no effect on a client that is made outside of a request. Set `disablePrefetch`.');
        return construct(options);
    }
    return capture(construct(options), options);
}

/**
 * Makes the client during a request, with the credentials of the role where one is assumed.
 *
 * @throws Error if a role is assumed and there is no request
 */
export async function createClient<TClient, TConfig>(
    options: ClientOptions<TClient, TConfig>,
    request?: {readonly internal: object},
): Promise<TClient> {
    const {awsClientAssumeRole, awsClientOptions} = options;
    if (!awsClientAssumeRole) return capture(construct(options), options);
    if (!request) throw new Error('A client that assumes a role can only be made during a request, which has its credentials.');
    const credentials = await getInternal({credentials: awsClientAssumeRole}, request);
    return capture(construct({...options, awsClientOptions: {...credentials, ...awsClientOptions}}), options);
}

function construct<TClient, TConfig>({AwsClient, awsClientOptions}: ClientOptions<TClient, TConfig>): TClient {
    return new AwsClient({...awsClientOptions} as TConfig);
}

function capture<TClient>(client: TClient, {awsClientCapture}: Pick<ClientOptions<TClient>, 'awsClientCapture'>): TClient {
    return awsClientCapture ? awsClientCapture(client) : client;
}
