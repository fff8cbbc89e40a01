import type {ClientCertificate, EventValues} from './rest-api-event.ts';

/** The event of an API Gateway HTTP API (payload format 2.0) and of a function URL, which has the same form. */
export interface HttpApiEvent {
    version: string;
    routeKey: string;
    /** Includes the stage, unless that is `$default`, and never the API mapping of a custom domain. */
    rawPath: string;
    rawQueryString: string;
    cookies?: string[];
    /** Names in lower case. The values of a repeated header are joined by commas. */
    headers: EventValues;
    queryStringParameters?: EventValues;
    requestContext: HttpApiRequestContext;
    body?: string;
    pathParameters?: EventValues;
    isBase64Encoded: boolean;
    stageVariables?: EventValues;
}

/** What API Gateway or Lambda itself says about the request, independent of what the client sent. */
export interface HttpApiRequestContext {
    accountId: string;
    apiId: string;
    authentication?: {clientCert: ClientCertificate};
    domainName: string;
    domainPrefix: string;
    http: {
        method: string;
        path: string;
        protocol: string;
        sourceIp: string;
        userAgent: string;
    };
    requestId: string;
    routeKey: string;
    stage: string;
    time: string;
    timeEpoch: number;
}
