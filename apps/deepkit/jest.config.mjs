import {createJestConfig} from '../../jest.config.base.mjs';

export default {
    ...createJestConfig(),
    // Each test file starts Deepkit's compiler, on a machine that may be busy with others.
    testTimeout: 60_000,
};
