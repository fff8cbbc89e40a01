import * as typia from '../dist/typia.mjs';
import {restoreDates} from '../values.mjs';
import {demand} from './demand.mjs';

const decodeOrder = (value) => demand(typia.isWireOrder(value)) && restoreDates(value);

export const library = {
    isShape: (value) => demand(typia.isShape(value)),
    assertLoose: (value) => typia.assertShape(value) !== undefined,
    assertStrict: (value) => typia.assertEqualsShape(value) !== undefined,
    parseSafe: (value) => demand(typia.isShape(value)) && typia.cloneShape(value),
    parseStrict: (value) => demand(typia.equalsShape(value)) && value,
    encodeShape: typia.stringifyShape,
    isOrder: (value) => demand(typia.isOrder(value)),
    isWireOrder: (value) => demand(typia.isWireOrder(value)),
    decodeOrder,
    parseOrder: (text) => decodeOrder(JSON.parse(text)),
    encodeOrder: typia.stringifyOrder,
};
