/** Answers that no mion server writes, and what a call makes of them. */
export interface AnswerCase {
    readonly title: string;
    readonly status: number;
    readonly text: string;
    readonly error: {readonly name: string; readonly statusCode: number; readonly message: string};
}

function createInvalid(title: string, status: number, text: string, statusCode = status): AnswerCase {
    const message = `'users/get': status ${status} without a mion response: ${text.slice(0, 100)}`;
    return {title, status, text, error: {name: 'Invalid Response', statusCode, message}};
}

export const answerCases: readonly AnswerCase[] = [
    createInvalid("a proxy's error page", 502, '<html><body>Bad Gateway</body></html>'),
    createInvalid('a page for unknown paths', 200, '<!doctype html><div id="app"></div>', 502),
    createInvalid("a gateway's own JSON", 403, '{"message":"Forbidden"}'),
    createInvalid('an error without a body', 504, ''),
    createInvalid('success without a body', 204, '', 502),
    createInvalid('JSON that is cut off', 200, '{"users/get":', 502),
    createInvalid('an array', 200, '["users/get"]', 502),
    createInvalid('a text', 200, '"users/get"', 502),
    createInvalid('null', 200, 'null', 502),
    createInvalid('an error status with a value and no error', 500, '{"users/get":"Ada"}'),
    createInvalid('an error status with an empty list of errors', 500, '{"@errors":{}}'),
    createInvalid('a long page', 500, `<p>${'x'.repeat(1000)}</p>`),
    createInvalid('errors that are no object', 500, '{"@errors":null}'),
    createInvalid('errors that are a text', 400, '{"@errors":"no"}'),
    createInvalid('errors that are a list', 400, '{"@errors":["no"]}'),
    createInvalid('an error that is null', 500, '{"@errors":{"users/get":null}}'),
    createInvalid('an error without a status', 500, '{"@errors":{"users/get":{"name":"X","message":"x"}}}'),
    createInvalid(
        'an error whose fields are of other types',
        500,
        '{"@errors":{"users/get":{"name":5,"statusCode":"500","message":{}}}}',
    ),
];
