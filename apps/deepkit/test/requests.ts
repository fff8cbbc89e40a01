import type {TestRequest, TestResponse} from './routes/serve.ts';

const item = {name: 'ab', at: '2020-01-02T03:04:05.000Z'};

/** A request, and the response to it. */
export interface RequestCase {
    readonly name: string;
    readonly request: TestRequest;
    readonly response: TestResponse;
}

function answer(name: string, id: string, params: readonly unknown[], result: unknown): RequestCase {
    return {name, request: [id, params], response: {status: 200, body: {[id]: result}}};
}

function refusal(name: string, id: string, params: readonly unknown[], errors: readonly object[]): RequestCase {
    const error = {
        name: 'Validation Error',
        statusCode: 400,
        message: `The params of '${id}' don't fit their types.`,
        errorData: {errors},
    };
    return {name, request: [id, params], response: {status: 400, body: {'@errors': {[id]: error}}}};
}

function failure(name: string, params: readonly unknown[], error: {readonly statusCode: number}): RequestCase {
    return {
        name,
        request: ['items/find', params],
        response: {status: error.statusCode, body: {'@errors': {'items/find': error}}},
    };
}

/** Requests to the routes of `routes/api.ts`. */
export const requestCases: readonly RequestCase[] = [
    answer('an object', 'items/echo', [item], item),
    answer('an object that contains itself', 'items/echo', [{...item, next: {...item, count: 0}}], {
        ...item,
        next: {...item, count: 0},
    }),
    answer('an undeclared property', 'items/echo', [{...item, admin: true}], item),
    refusal(
        'a constraint',
        'items/echo',
        [{...item, name: 'a'}],
        [{path: 'item.name', expected: 'at least 2 characters', received: 'a string of 1 character'}],
    ),
    refusal(
        'several mistakes',
        'items/echo',
        [{at: '2020-02-30T00:00:00Z', count: -1, next: 1}],
        [
            {path: 'item.name', expected: 'a string', received: 'nothing'},
            {path: 'item.at', expected: 'a date', received: 'a string of 20 characters'},
            {path: 'item.count', expected: 'at least 0', received: 'a number'},
            {path: 'item.next', expected: 'an object', received: 'a number'},
        ],
    ),
    answer('rest params', 'items/list', [item.at, item.at], [item.at, item.at]),
    answer('a default value', 'items/find', [0], {name: 'a0', at: '1970-01-01T00:00:00.000Z'}),
    answer('a literal', 'items/find', [0, 'b'], {name: 'b0', at: '1970-01-01T00:00:00.000Z'}),
    refusal(
        'another literal',
        'items/find',
        [0, 'c'],
        [{path: 'kind', expected: "'a' or 'b'", received: 'a string of 1 character'}],
    ),
    failure('a declared error with data', [404], {
        ...{name: 'Missing', statusCode: 404, message: 'Not Found'},
        ...{errorData: {since: '1970-01-01T00:00:00.000Z'}},
    }),
    failure('a declared error', [410], {...{name: 'Gone', statusCode: 410, message: 'Gone'}}),
    answer('an instance of a class', 'items/pay', ['21 cents'], '42 cents'),
    answer('null instead of an instance', 'items/pay', [null], '0 cents'),
];
