import {Ajv} from 'ajv';
import addFormats from 'ajv-formats';
import {restoreDates} from '../values.mjs';
import {toAssert, toParse} from './check.mjs';
import {makeShapeSchema, orderSchema} from './schemas.mjs';

const loose = new Ajv().compile(makeShapeSchema());
const strict = new Ajv().compile(makeShapeSchema(true));
const trimming = new Ajv({removeAdditional: 'all'}).compile(makeShapeSchema());
const order = addFormats(new Ajv()).compile(orderSchema);
const decodeOrder = toParse(order, restoreDates);

/** JSON Schema knows no live dates, so there is no check of a live order. */
export const library = {
    isShape: toAssert(loose),
    assertLoose: toAssert(loose),
    assertStrict: toAssert(strict),
    parseSafe: toParse(trimming),
    parseStrict: toParse(strict),
    isWireOrder: toAssert(order),
    decodeOrder,
    parseOrder: (text) => decodeOrder(JSON.parse(text)),
};
