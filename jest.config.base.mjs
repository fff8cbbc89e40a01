/**
 * The jest configuration that every package shares.
 *
 * Tests run as ES modules and read the packages' sources, through the `@mionkit/source` exports condition.
 *
 * @param {{compileRoutes?: boolean}} [options] `compileRoutes`: the package's tests register routes, so mion compiles them.
 */
export function createJestConfig({compileRoutes = false} = {}) {
    const esbuild = new URL('./scripts/jest-esbuild.mjs', import.meta.url).pathname;
    return {
        testEnvironment: 'node',
        testEnvironmentOptions: {customExportConditions: ['@mionkit/source', 'node', 'node-addons']},
        extensionsToTreatAsEsm: ['.ts'],
        testMatch: ['<rootDir>/test/**/*.test.ts'],
        // Tests start processes and draw thousands of cases, on machines that may be busy with others.
        testTimeout: 120_000,
        transform: {'\\.ts$': compileRoutes ? '@mionkit/compiler/jest' : esbuild},
    };
}
