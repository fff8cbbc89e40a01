/** What generated code imports. Not for programs. */
export * from '@mionkit/core/wire';
export {streamBytes} from './stream-bytes.ts';
export {streamValues} from './stream-values.ts';
