import type {HttpApiEvent, RestApiEvent} from '@mionkit/aws';

/** A POST request as an API Gateway REST API sends it. */
export function createRestApiEvent(path: string, headers: Record<string, string>, body: string): RestApiEvent {
    return {
        resource: '/{proxy+}',
        path,
        httpMethod: 'POST',
        headers,
        multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
        queryStringParameters: null,
        multiValueQueryStringParameters: null,
        pathParameters: {proxy: path.slice(1)},
        stageVariables: null,
        requestContext: {
            accountId: '123456789012',
            apiId: 'a1b2c3d4e5',
            authorizer: null,
            domainName: 'a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com',
            domainPrefix: 'a1b2c3d4e5',
            extendedRequestId: 'Zh1mFFzHliAEJ1A=',
            httpMethod: 'POST',
            identity: {
                accessKey: null,
                accountId: null,
                apiKey: null,
                apiKeyId: null,
                caller: null,
                clientCert: null,
                cognitoAuthenticationProvider: null,
                cognitoAuthenticationType: null,
                cognitoIdentityId: null,
                cognitoIdentityPoolId: null,
                principalOrgId: null,
                sourceIp: '203.0.113.7',
                user: null,
                userAgent: 'curl/8.7.1',
                userArn: null,
            },
            path: `/prod${path}`,
            protocol: 'HTTP/1.1',
            requestId: '2d1a5b6c-7d8e-4f90-a1b2-c3d4e5f60718',
            requestTime: '04/Jun/2025:12:34:56 +0000',
            requestTimeEpoch: 1749040496000,
            resourceId: '8kz2mh',
            resourcePath: '/{proxy+}',
            stage: 'prod',
        },
        body,
        isBase64Encoded: false,
    };
}

/** A POST request as an API Gateway HTTP API sends it, the body in base64 as for content types that it takes for binary. */
export function createHttpApiEvent(path: string, headers: Record<string, string>, body: string): HttpApiEvent {
    return {
        version: '2.0',
        routeKey: 'ANY /{proxy+}',
        rawPath: `/dev${path}`,
        rawQueryString: '',
        headers,
        requestContext: {
            accountId: '123456789012',
            apiId: 'f6g7h8i9j0',
            domainName: 'f6g7h8i9j0.execute-api.eu-central-1.amazonaws.com',
            domainPrefix: 'f6g7h8i9j0',
            http: {method: 'POST', path: `/dev${path}`, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'curl/8.7.1'},
            requestId: 'L1ruPgYxFiAEJ9Q=',
            routeKey: 'ANY /{proxy+}',
            stage: 'dev',
            time: '04/Jun/2025:12:34:56 +0000',
            timeEpoch: 1749040496000,
        },
        pathParameters: {proxy: path.slice(1)},
        body: Buffer.from(body).toString('base64'),
        isBase64Encoded: true,
    };
}
