import {createJestConfig} from '../../jest.config.base.mjs';

export default {
    ...createJestConfig(),
    globalSetup: './scripts/jest-setup.mjs',
    globalTeardown: './scripts/jest-teardown.mjs',
};
