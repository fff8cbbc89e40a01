/** The reference: a handler without a framework, with the validation that a careful person writes by hand. */
import {checkObject, checkOrder, checkString, Invalid} from './check-order.mjs';

const routes = {
    'POST /hello': (input) => `Hello ${checkString(checkObject(input, 'input').name, 'name')}`,
    'POST /update': (input) => {
        const order = checkOrder(input);
        return {...order, revision: order.revision + 1};
    },
};

export async function handler(event) {
    const route = routes[`${event.requestContext.http.method} ${event.rawPath}`];
    if (!route) return answer(404, {error: 'not found'});
    try {
        return answer(200, route(JSON.parse(event.body)));
    } catch (error) {
        const isInvalid = error instanceof Invalid || error instanceof SyntaxError;
        return isInvalid ? answer(400, {error: error.message}) : answer(500, {error: 'internal error'});
    }
}

function answer(statusCode, body) {
    return {statusCode, headers: {'content-type': 'application/json; charset=utf-8'}, body: JSON.stringify(body)};
}
