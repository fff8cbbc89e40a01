import {createJestConfig} from '../../jest.config.base.mjs';

export default createJestConfig();
