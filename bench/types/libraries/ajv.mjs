import {Ajv} from 'ajv';
import addFormats from 'ajv-formats';
import {restoreDates} from '../values.mjs';
import {demand} from './demand.mjs';
import {makeShapeSchema, orderSchema} from './schemas.mjs';

const loose = new Ajv().compile(makeShapeSchema());
const strict = new Ajv().compile(makeShapeSchema(true));
const trimming = new Ajv({removeAdditional: 'all'}).compile(makeShapeSchema());
const order = addFormats(new Ajv()).compile(orderSchema);
const decodeOrder = (value) => demand(order(value)) && restoreDates(value);

/** JSON Schema knows no live dates, so there is no check of a live order. */
export const library = {
    isShape: (value) => demand(loose(value)),
    assertLoose: (value) => demand(loose(value)),
    assertStrict: (value) => demand(strict(value)),
    parseSafe: (value) => demand(trimming(value)) && value,
    parseStrict: (value) => demand(strict(value)) && value,
    isWireOrder: (value) => demand(order(value)),
    decodeOrder,
    parseOrder: (text) => decodeOrder(JSON.parse(text)),
};
