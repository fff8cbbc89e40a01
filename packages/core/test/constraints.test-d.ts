import type {
    After,
    Email,
    Integer,
    MaxLength,
    MaxSize,
    Min,
    MinItems,
    MinLength,
    Pattern,
    Positive,
    UniqueItems,
    Uuid,
} from '../src/index.ts';

interface User {
    readonly id: Uuid;
    readonly name: string & MinLength<1> & MaxLength<80>;
    readonly age?: number & Integer & Min<0>;
    readonly tags: string[] & MinItems<1> & UniqueItems;
}

declare const text: string;
declare const short: string & MaxLength<3>;
declare const user: User;

// Whoever writes values sees the plain types.
export const written: User = {id: text, name: 'x', age: 5, tags: [text]};
export const all: Required<User> = {id: text, name: text, age: 1, tags: ['a'].map((tag) => tag)};
export const number: number & Positive = 5;
export const bigint: bigint & Positive = 5n;
export const date: Date & After<'2020-01-01'> = new Date();
export const bytes: Uint8Array & MaxSize<1024> = new Uint8Array(1);
export const template: string & Pattern<'^a'> = `a${text}`;

// Differently constrained values can be assigned to each other, and read as the plain types.
export const long: string & MinLength<100> = short;
export const email: Email = user.name;
export const plain: readonly string[] = [email];
export const tags: readonly string[] = user.tags;

// A constraint does not hide that the type is wrong.
// @ts-expect-error A number is no string.
export const wrong: string & MinLength<1> = 5;
// @ts-expect-error The name of a format is checked.
export type Wrong = import('../src/index.ts').Format<'emial'>;
