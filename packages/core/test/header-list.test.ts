import {describe, expect, test} from '@jest/globals';
import {HeaderList, toHeaderList} from '../src/header-list.ts';

describe('HeaderList', () => {
    test.each([['content-type'], ['Content-Type'], ['CONTENT-TYPE']])('finds %j whatever its case', (name) => {
        const headers = new HeaderList(['Host', 'a', 'Content-Type', 'text/plain']);
        expect(headers.get(name)).toBe('text/plain');
        expect(headers.has(name)).toBe(true);
        headers.set(name, 'x/y');
        expect([...headers.entries()]).toEqual([
            ['host', 'a'],
            ['content-type', 'x/y'],
        ]);
        headers.delete(name);
        expect([...headers.keys()]).toEqual(['host']);
    });

    test.each([['constructor'], ['toString'], ['__proto__'], ['length'], ['conten-type'], ['']])('has no %j', (name) => {
        const headers = new HeaderList(['content-type', 'a']);
        expect(headers.get(name)).toBeUndefined();
        expect(headers.getText(name)).toBeUndefined();
        expect(headers.has(name)).toBe(false);
    });

    test('keeps the texts of a header that stands more than once, in their order', () => {
        const headers = new HeaderList(['a', '1', 'b', '2', 'A', '3']);
        headers.append('a', ['4', '5']);
        expect(headers.get('a')).toEqual(['1', '3', '4', '5']);
        expect(headers.getText('a')).toBe('1, 3, 4, 5');
        expect([...headers.values()]).toEqual([['1', '3', '4', '5'], '2']);
        headers.delete('a');
        expect(headers.flat).toEqual(['b', '2']);
    });

    test.each(['get', 'set'].flatMap((name) => [name, name.toUpperCase()]))('finds %j beside others in one walk', (name) => {
        const headers = new HeaderList(['Get', 'set', 'a', '1', 'SET', '2', 'get', '3', 'set', '4', 'set', '5']);
        const names = ['absent', name, 'a'];
        expect(headers.getAll(names)).toEqual([undefined, headers.get(name), '1']);
        expect(new HeaderList().getAll(names)).toEqual([]);
    });

    test('a value is never taken for a name', () => {
        const headers = new HeaderList(['a', 'b', 'c', 'd']);
        expect(headers.has('b')).toBe(false);
        headers.delete('d');
        expect(headers.flat).toEqual(['a', 'b', 'c', 'd']);
    });

    test.each([['a\r\nb: c'], ['a\n'], ['a\0'], ['é'], ['\u{1f600}'], ['a\x7f']])('refuses the value %j', (value) => {
        const headers = new HeaderList(['x-a', 'old']);
        expect(() => headers.set('x-a', value)).toThrow("The value for the header 'x-a' is not text of visible ASCII characters");
        expect(() => headers.append('x-a', ['fine', value])).toThrow(TypeError);
        expect(headers.flat).toEqual(['x-a', 'old']);
    });

    test.each([[''], ['a b'], ['a:'], ['a\n'], ['é'], ['a,b']])('refuses the name %j', (name) => {
        expect(() => new HeaderList().set(name, 'a')).toThrow(TypeError);
        expect(() => new HeaderList().append(name, 'a')).toThrow("can't be the name of a header");
    });
});

describe('toHeaderList', () => {
    test('leaves absent values out and keeps several', () => {
        const headers = toHeaderList({a: '1', b: undefined, c: null, D: ['2', '3'], e: ''});
        expect(headers.flat).toEqual(['a', '1', 'D', '2', 'D', '3', 'e', '']);
    });

    test('takes __proto__ for a name like any other', () => {
        const headers = toHeaderList(JSON.parse('{"__proto__": "a"}'));
        expect(headers.get('__proto__')).toBe('a');
    });
});
