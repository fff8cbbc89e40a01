import {loadEvent} from './load-event.ts';

/** An event that is not an HTTP request. */
export interface OtherEventCase {
    readonly what: string;
    /** The file in test/events, if it is a recorded one. */
    readonly name?: string;
    readonly event: unknown;
    /** Whether it is a warm-up ping. */
    readonly isPing: boolean;
}

export const otherEventCases: readonly OtherEventCase[] = [
    recorded('messages of a queue', 'sqs'),
    recorded('a WebSocket connection', 'websocket-connect'),
    recorded('the question of an API Gateway authorizer', 'http-api-authorizer-request'),
    {...recorded('a scheduled event', 'scheduled'), isPing: true},
    {what: 'a ping of serverless-plugin-warmup', event: {source: 'serverless-plugin-warmup'}, isPing: true},
    {what: 'a ping of lambda-warmer', event: {warmer: true, concurrency: 3}, isPing: true},
    {what: 'an event of another EventBridge source', event: {source: 'aws.s3', 'detail-type': 'Object Created'}, isPing: false},
    {what: 'a warmer that is not true', event: {warmer: 'true'}, isPing: false},
    {what: 'an empty object', event: {}, isPing: false},
    {what: 'null', event: null, isPing: false},
    {what: 'a string', event: 'hello', isPing: false},
    {what: 'nothing', event: undefined, isPing: false},
];

function recorded(what: string, name: string): OtherEventCase {
    return {what, name, event: loadEvent(name), isPing: false};
}
