import makeStringify from 'fast-json-stringify';
import {makeShapeSchema, orderSchema} from './schemas.mjs';

export const library = {encodeShape: makeStringify(makeShapeSchema()), encodeOrder: makeStringify(orderSchema)};
