/**
 * What clients start with: checks and forms of the kinds that JSON has, and of dates. A part of `@mionkit/core/wire`.
 *
 * Apart, because bundlers put all that one entry point reaches into one file.
 */
export {dateForm} from './wire-date-form.ts';
export {getElement} from './wire-elements.ts';
export {mergeDecoded} from './wire-merge.ts';
export {readProperty} from './wire-property.ts';
export {isShallow} from './wire-shallow.ts';
export type {TextForm} from './wire-text-form.ts';
