import {createJestConfig} from '../../jest.config.base.mjs';

// The fuzzer reads the types of its routes from their metadata.
export default {...createJestConfig({compileRoutes: true}), transform: {'\\.ts$': ['@mionkit/compiler/jest', {metadata: true}]}};
