import * as typia from '../dist/typia.mjs';
import {restoreDates} from '../values.mjs';
import {toAssert, toParse} from './check.mjs';

const decodeOrder = toParse(typia.isWireOrder, restoreDates);

export const library = {
    isShape: toAssert(typia.isShape),
    assertLoose: (value) => typia.assertShape(value) !== undefined,
    assertStrict: (value) => typia.assertEqualsShape(value) !== undefined,
    parseSafe: toParse(typia.isShape, typia.cloneShape),
    parseStrict: toParse(typia.equalsShape),
    encodeShape: typia.stringifyShape,
    isOrder: toAssert(typia.isOrder),
    isWireOrder: toAssert(typia.isWireOrder),
    decodeOrder,
    parseOrder: (text) => decodeOrder(JSON.parse(text)),
    encodeOrder: typia.stringifyOrder,
};
