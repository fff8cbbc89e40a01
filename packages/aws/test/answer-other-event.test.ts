import {describe, expect, test} from '@jest/globals';
import {answerOtherEvent} from '../src/answer-other-event.ts';
import {otherEventCases} from './other-event-cases.ts';

describe('answerOtherEvent', () => {
    test.each(otherEventCases.filter(({isPing}) => isPing))('answers $what with 204', ({event}) => {
        expect(answerOtherEvent(event)).toEqual({statusCode: 204, body: '', isBase64Encoded: false});
    });

    test.each(otherEventCases.filter(({isPing}) => !isPing))('throws on $what', ({event}) => {
        expect(() => answerOtherEvent(event)).toThrow(
            /^The event is not an HTTP request: it is .*Give other events a function of their own\.$/,
        );
    });

    test('the message names the keys of the event and none of its values', () => {
        expect(() => answerOtherEvent({Records: ['secret'], other: 1})).toThrow(
            'it is of the type object and has the keys [Records,other]. This handler',
        );
        expect(() => answerOtherEvent({Records: ['secret']})).not.toThrow('secret');
    });
});
