/** The event of an API Gateway REST API, and of an HTTP API with payload format 1.0. */
export interface RestApiEvent {
    resource: string;
    /** Includes the base path mapping of a custom domain, and never the stage of a REST API. */
    path: string;
    httpMethod: string;
    /** The last value of each header. `null` in events that the console's test page sends. */
    headers: EventValues;
    multiValueHeaders: EventMultiValues;
    queryStringParameters: EventValues | null;
    multiValueQueryStringParameters: EventMultiValues | null;
    pathParameters: EventValues | null;
    stageVariables: EventValues | null;
    requestContext: RestApiRequestContext;
    body: string | null;
    isBase64Encoded: boolean;
}

/** Headers or query parameters by name. */
export interface EventValues {
    [name: string]: string | undefined;
}

/** All values of headers or query parameters by name. */
export interface EventMultiValues {
    [name: string]: string[] | undefined;
}

/** What API Gateway itself says about the request, independent of what the client sent. */
export interface RestApiRequestContext {
    accountId: string;
    apiId: string;
    /** What the authorizer found out. Absent without one. */
    // biome-ignore lint/suspicious/noExplicitAny: whatever the program's own authorizer returned
    authorizer: {[name: string]: any} | null | undefined;
    domainName?: string | undefined;
    domainPrefix?: string | undefined;
    extendedRequestId?: string | undefined;
    httpMethod: string;
    identity: RestApiIdentity;
    path: string;
    protocol: string;
    requestId: string;
    requestTime?: string | undefined;
    requestTimeEpoch: number;
    resourceId: string;
    resourcePath: string;
    stage: string;
}

/** Who calls, as API Gateway determined it. */
export interface RestApiIdentity {
    accessKey: string | null;
    accountId: string | null;
    apiKey: string | null;
    apiKeyId: string | null;
    caller: string | null;
    clientCert: ClientCertificate | null;
    cognitoAuthenticationProvider: string | null;
    cognitoAuthenticationType: string | null;
    cognitoIdentityId: string | null;
    cognitoIdentityPoolId: string | null;
    principalOrgId: string | null;
    sourceIp: string;
    user: string | null;
    userAgent: string | null;
    userArn: string | null;
    vpcId?: string | undefined;
    vpceId?: string | undefined;
}

/** The client's certificate where the API asks for one (mutual TLS). */
export interface ClientCertificate {
    clientCertPem: string;
    serialNumber: string;
    subjectDN: string;
    issuerDN: string;
    validity: {notAfter: string; notBefore: string};
}
