/** What each of the recorded events says in the terms of HTTP. */
export interface EventCase {
    /** The file in test/events. */
    readonly name: string;
    readonly method: string;
    readonly path: string;
    readonly body: string;
    readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
    /** Where a response's headers and cookies are read from. */
    readonly carrier: 'cookies' | 'apart' | 'multiValue' | 'singleValue';
}

const sum = {method: 'POST', path: '/api/v1/utils/sum', body: '{"utils/sum": [2, 3]}'};
const now = {method: 'GET', path: '/api/v1/utils/now', body: ''};
const sent = {authorization: 'Bearer token', 'content-type': 'application/json', 'user-agent': 'curl/8.7.1'};
const withCookies = {...sent, cookie: 'theme=dark; lang=en'};

export const eventCases: readonly EventCase[] = [
    {name: 'rest-api', ...sum, headers: withCookies, carrier: 'apart'},
    {name: 'rest-api-base64', ...sum, headers: withCookies, carrier: 'apart'},
    {name: 'rest-api-custom-domain', ...sum, path: '/shop/api/v1/utils/sum', headers: sent, carrier: 'apart'},
    {name: 'rest-api-console', ...now, headers: {authorization: undefined, host: undefined}, carrier: 'apart'},
    {name: 'rest-api-multi-value', ...sum, headers: {...withCookies, 'x-tag': ['one', 'two']}, carrier: 'apart'},
    {name: 'rest-api-lambda-authorizer', ...sum, headers: sent, carrier: 'apart'},
    {name: 'http-api', ...sum, headers: withCookies, carrier: 'cookies'},
    {name: 'http-api-base64', ...sum, headers: withCookies, carrier: 'cookies'},
    {name: 'http-api-stage', ...sum, headers: withCookies, carrier: 'cookies'},
    {name: 'http-api-get', ...now, headers: {cookie: undefined, authorization: 'Bearer token'}, carrier: 'cookies'},
    {name: 'http-api-jwt', ...sum, headers: withCookies, carrier: 'cookies'},
    {name: 'http-api-format-1', ...sum, headers: {...sent, cookie: 'theme=dark;lang=en'}, carrier: 'apart'},
    {name: 'function-url', ...sum, headers: {...sent, cookie: 'theme=dark;lang=en'}, carrier: 'cookies'},
    {name: 'function-url-iam', ...sum, headers: sent, carrier: 'cookies'},
    {name: 'alb', ...sum, headers: withCookies, carrier: 'singleValue'},
    {name: 'alb-multi-value', ...sum, headers: {...withCookies, 'x-tag': ['one', 'two']}, carrier: 'multiValue'},
    {name: 'alb-health-check', ...now, headers: {'user-agent': 'ELB-HealthChecker/2.0'}, carrier: 'singleValue'},
    {name: 'lattice-v1', ...sum, headers: sent, carrier: 'singleValue'},
    {name: 'lattice-v2', ...sum, headers: {...sent, 'x-tag': ['one', 'two']}, carrier: 'singleValue'},
    {name: 'lattice-v2-get', ...now, headers: {authorization: 'Bearer token'}, carrier: 'singleValue'},
];
