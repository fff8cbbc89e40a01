/** What a place in the route tree is. */
export type MethodKind = 'route' | 'hook' | 'headersHook' | 'rawHook';
