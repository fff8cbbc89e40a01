/** The event that API Gateway's HTTP API (payload format 2.0) makes of a POST with a JSON body. */
export function makeEvent(path, body) {
    const text = JSON.stringify(body);
    return {
        version: '2.0',
        routeKey: '$default',
        rawPath: path,
        rawQueryString: '',
        headers: {
            accept: 'application/json',
            'accept-encoding': 'gzip, deflate, br',
            'accept-language': 'en-GB,en;q=0.9',
            'content-length': String(Buffer.byteLength(text)),
            'content-type': 'application/json',
            host: 'r3pmxmplak.execute-api.eu-west-1.amazonaws.com',
            origin: 'https://shop.example.com',
            referer: 'https://shop.example.com/orders',
            'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
            'x-amzn-trace-id': 'Root=1-5e6722a7-cc56xmpl46db7ae02d4da47e',
            'x-forwarded-for': '205.255.255.176',
            'x-forwarded-port': '443',
            'x-forwarded-proto': 'https',
        },
        requestContext: {
            accountId: '123456789012',
            apiId: 'r3pmxmplak',
            domainName: 'r3pmxmplak.execute-api.eu-west-1.amazonaws.com',
            domainPrefix: 'r3pmxmplak',
            http: {
                method: 'POST',
                path,
                protocol: 'HTTP/1.1',
                sourceIp: '205.255.255.176',
                userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
            },
            requestId: 'JKJaXmPLvHcESHA=',
            routeKey: '$default',
            stage: '$default',
            time: '10/Mar/2026:05:16:23 +0000',
            timeEpoch: 1773119783636,
        },
        body: text,
        isBase64Encoded: false,
    };
}
