/** `utils/sum` by hand, with the same checks and no framework: what cold starts are compared with. */
import type {HttpApiEvent, LambdaResult} from '@mionkit/aws';

export async function handler(event: HttpApiEvent): Promise<LambdaResult> {
    if (event.requestContext.http.method !== 'POST' || !event.rawPath.endsWith('/api/v1/utils/sum'))
        return answer(404, {error: 'not found'});
    if (!event.headers.authorization) return answer(401, {error: 'not authorized'});
    const params = readParams(event);
    if (!isPair(params)) return answer(400, {error: 'two numbers are expected'});
    return answer(200, {'utils/sum': params[0] + params[1]});
}

function readParams({body = '', isBase64Encoded}: HttpApiEvent): unknown {
    try {
        return JSON.parse(isBase64Encoded ? Buffer.from(body, 'base64').toString() : body);
    } catch {
        return undefined;
    }
}

function isPair(params: unknown): params is [number, number] {
    return Array.isArray(params) && params.length === 2 && params.every(Number.isFinite);
}

function answer(statusCode: number, body: object): LambdaResult {
    return {statusCode, headers: {'content-type': 'application/json'}, body: JSON.stringify(body), isBase64Encoded: false};
}
