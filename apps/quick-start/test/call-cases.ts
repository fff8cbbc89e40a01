/** One call of the example API, whatever serves it. */
export interface CallCase {
    readonly what: string;
    /** After the prefix. */
    readonly path: string;
    /** Parts of the body in JSON, or text. */
    readonly body: object | string;
    /** What is sent beside or instead of a JSON content type and a token. */
    readonly headers?: Readonly<Record<string, string>>;
    readonly status: number;
    readonly response: object;
}

const ada = {name: 'Ada', surname: 'Lovelace'};
const newOrder = {date: '2026-03-01T09:15:00.000Z', userId: 'USER-2', totalUSD: 99.5};

/** Calls in their order: later ones see what earlier ones created and deleted. */
export const callCases: readonly CallCase[] = [
    {what: 'a route with params', path: 'utils/sum', body: {'utils/sum': [2, 3]}, status: 200, response: {'utils/sum': 5}},
    {what: 'the same with the params alone', path: 'utils/sum', body: [2, 3], status: 200, response: {'utils/sum': 5}},
    {
        what: 'a Date in the result',
        path: 'orders/getById',
        body: ['ORDER-1'],
        status: 200,
        response: {'orders/getById': {id: 'ORDER-1', date: '2025-01-31T12:00:00.000Z', userId: 'USER-1', totalUSD: 120}},
    },
    {
        what: 'a bad value',
        path: 'utils/sum',
        body: {'utils/sum': [2, '3']},
        status: 400,
        response: {'@errors': {'utils/sum': {name: 'Validation Error', statusCode: 400, errorData: {errors: [{path: 'b'}]}}}},
    },
    {
        what: 'a bad value inside an object',
        path: 'orders/create',
        body: [{...newOrder, date: '2026-02-30T00:00:00Z'}],
        status: 400,
        response: {'@errors': {'orders/create': {errorData: {errors: [{path: 'newOrder.date'}]}}}},
    },
    {
        what: 'an empty token',
        path: 'utils/sum',
        body: [2, 3],
        headers: {authorization: ''},
        status: 401,
        // The hook's own message is a private one.
        response: {'@errors': {auth: {name: 'Not Authorized', statusCode: 401, message: 'Unauthorized'}}},
    },
    {
        what: 'an unknown path',
        path: 'utils/product',
        body: [2, 3],
        status: 404,
        response: {'@errors': {'@request': {name: 'Not Found'}}},
    },
    {what: 'no JSON', path: 'utils/sum', body: '{', status: 400, response: {'@errors': {'@request': {name: 'Invalid JSON'}}}},
    {
        what: 'another content type',
        path: 'utils/sum',
        body: [2, 3],
        headers: {'content-type': 'text/plain'},
        status: 415,
        response: {'@errors': {'@request': {name: 'Unsupported Media Type'}}},
    },
    {
        what: 'text beyond ASCII',
        path: 'utils/sayHello',
        body: [{id: '1', name: 'Zoë', surname: '😀'}],
        status: 200,
        response: {'utils/sayHello': 'Hello Zoë 😀'},
    },
    {
        what: 'a new user',
        path: 'users/create',
        body: [{...ada, id: 'X', isAdmin: true}],
        status: 200,
        response: {'users/create': {...ada, id: 'USER-2'}},
    },
    {
        what: 'that user',
        path: 'users/getById',
        body: ['USER-2'],
        status: 200,
        response: {'users/getById': {...ada, id: 'USER-2'}},
    },
    {
        what: 'a new order',
        path: 'orders/create',
        body: [newOrder],
        status: 200,
        response: {'orders/create': {...newOrder, id: 'ORDER-2'}},
    },
    {
        what: 'that order',
        path: 'orders/getById',
        body: ['ORDER-2'],
        status: 200,
        response: {'orders/getById': {...newOrder, id: 'ORDER-2'}},
    },
    {
        what: 'the end of that order',
        path: 'orders/delete',
        body: ['ORDER-2'],
        status: 200,
        response: {'orders/delete': 'ORDER-2'},
    },
    {
        what: 'an order that is gone',
        path: 'orders/getById',
        body: ['ORDER-2'],
        status: 404,
        response: {'@errors': {'orders/getById': {name: 'Not Found', message: 'There is no order with the id ORDER-2'}}},
    },
    {what: 'the end of that user', path: 'users/delete', body: ['USER-2'], status: 200, response: {'users/delete': 'USER-2'}},
    {
        what: 'a user that is gone',
        path: 'users/delete',
        body: ['USER-2'],
        status: 404,
        response: {'@errors': {'users/delete': {name: 'Not Found'}}},
    },
];

/** The one call that is sent without a token. */
export const callWithoutToken = {
    path: 'utils/sum',
    body: [2, 3],
    status: 401,
    response: {'@errors': {auth: {name: 'Unauthorized', statusCode: 401}}},
};

/** The headers of a call: a JSON content type and a token, unless the case says otherwise. */
export function toHeaders({headers}: CallCase): Record<string, string> {
    return {'content-type': 'application/json', authorization: 'token', ...headers};
}

/** The body of a call as it is sent. */
export function toBody({body}: Pick<CallCase, 'body'>): string {
    return typeof body === 'string' ? body : JSON.stringify(body);
}
