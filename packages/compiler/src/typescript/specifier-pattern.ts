/**
 * What stands in quotes behind `from`, `import`, `import(` or `require(`, with these.
 *
 * In a comment it does no harm: TypeScript resolves nothing there.
 */
export const specifierPattern = /\b(?:from|import|require)\s*\(?\s*(["'])[^"'\n]+\1/g;
