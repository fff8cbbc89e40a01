import {createJestConfig} from '../../jest.config.base.mjs';

export default {
    ...createJestConfig(),
    globalSetup: './scripts/jest-setup.mjs',
    globalTeardown: './scripts/jest-teardown.mjs',
    // Every test starts processes, on a machine that may be busy with others.
    testTimeout: 120_000,
};
