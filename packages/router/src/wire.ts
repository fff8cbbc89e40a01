/** What generated code imports. Not for programs. */
export * from '@mionkit/core/wire';
