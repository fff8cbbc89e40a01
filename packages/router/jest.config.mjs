import {createJestConfig} from '../../jest.config.base.mjs';

// What the router's options of the same names need. They are off unless a test turns them on.
const compilerOptions = {validateReturn: true, unknownProperties: 'reject'};

export default {...createJestConfig({compileRoutes: true}), transform: {'\\.ts$': ['@mionkit/compiler/jest', compilerOptions]}};
