import {describe, expect, test} from '@jest/globals';
import {getNameProblem, toMethodId, toMethodPath} from '../src/method-id.ts';

describe('getNameProblem', () => {
    test.each([['users'], ['getById'], ['a-b'], ['1a'], ['-1'], ['toString'], ['hasOwnProperty'], ['a.b'], [' '], ['ü'], ['$']])(
        'allows %j',
        (name) => {
            expect(getNameProblem(name)).toBeUndefined();
        },
    );

    test.each([
        [''],
        ['0'],
        ['42'],
        ['a/b'],
        ['/'],
        ['.'],
        ['..'],
        ['a?b'],
        ['#'],
        ['toJSON'],
        ['@errors'],
        ['@'],
        ['then'],
        ['__proto__'],
        ['prototype'],
        ['constructor'],
    ])('refuses %j', (name) => {
        expect(getNameProblem(name)).toMatch(/^(is|looks|contains|starts) /);
    });
});

describe('toMethodPath', () => {
    test.each([
        ['', '', '/users/getById'],
        ['api/v1', '.json', '/api/v1/users/getById.json'],
        ['/api/v1/', '', '/api/v1/users/getById'],
        ['///', '', '/users/getById'],
        ['/api', '/x', '/api/users/getById/x'],
    ])('prefix %j and suffix %j', (prefix, suffix, path) => {
        expect(toMethodPath(toMethodId(['users', 'getById']), prefix, suffix)).toBe(path);
    });

    test('a prefix of many slashes takes linear time', () => {
        expect(toMethodPath('a', `${'/'.repeat(200_000)}x${'/'.repeat(200_000)}`)).toBe('/x/a');
    });
});
