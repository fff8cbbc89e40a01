import {describe, expect, test} from '@jest/globals';
import {createMethodTree} from '../src/method-tree.ts';

type Method = (...params: unknown[]) => unknown;
const tree = createMethodTree((id, params) => [id, params]) as object;

function getPath(id: string): object {
    return id.split('/').reduce<object>((place, name) => Reflect.get(place, name), tree);
}

describe('a path makes the id of its method', () => {
    test.each([
        ['a place at the root', 'sayHello'],
        ['a nested place', 'users/admins/getById'],
        ['names that functions have', 'call/apply/bind'],
        ['names that every function owns', 'name/length'],
        ['names that every object inherits', 'toString/valueOf/hasOwnProperty'],
        ['a name with spaces and quotes', `it's "one"`],
    ])('%s', (_title, id) => {
        expect((getPath(id) as Method)('a', 1)).toEqual([id, ['a', 1]]);
    });

    test('a path is the same each time it is read', () => {
        expect(Object.is(getPath('users/getById'), getPath('users/getById'))).toBe(true);
    });
});

describe('what looks at a value gets no path', () => {
    test.each([['then'], ['toJSON'], ['constructor'], ['prototype'], ['__proto__'], [Symbol.iterator], [Symbol.toPrimitive]])(
        '%p is undefined',
        (name) => {
            expect(Reflect.get(getPath('users'), name)).toBeUndefined();
        },
    );

    test('await gives the path itself', async () => {
        expect((await getPath('users')) === getPath('users')).toBe(true);
    });

    test('JSON.stringify leaves it out', () => {
        expect(JSON.stringify({users: getPath('users')})).toBe('{}');
    });
});
