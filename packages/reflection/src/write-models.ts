import type {MethodModels} from '@mionkit/core';
import {type ModelText, ModelTexts} from './model-texts.ts';

/** What `writeModels` leaves out. */
export interface WriteModelsOptions {
    /** Without what only people read: descriptions, and the names of objects. @default false */
    readonly withoutNames?: boolean;
}

/** Where a text stands. */
interface Occurrence {
    /** In how many places of different texts. */
    uses: number;
    /** Its place among the parts, once it is written there. */
    index?: number;
}

/** How many texts are kept for the next time. */
const mostTexts = 100_000;

const texts = {named: new ModelTexts(false), unnamed: new ModelTexts(true)};

function findTexts(withoutNames: boolean): ModelTexts {
    const name = withoutNames ? 'unnamed' : 'named';
    if (texts[name].count > mostTexts) texts[name] = new ModelTexts(withoutNames);
    return texts[name];
}

/** JSON text of models, for `readModels` of `@mionkit/core/wire`: what stands in several places is written once. */
export function writeModels(models: MethodModels, {withoutNames = false}: WriteModelsOptions = {}): string {
    const known = findTexts(withoutNames);
    const tables = Object.entries(models).map(([name, table]) => {
        return {name, entries: Object.entries<object>(table).map(([key, value]) => [key, known.get(value)] as const)};
    });
    const occurrences = countUses(tables.flatMap(({entries}) => entries.map(([, text]) => text)));
    const parts: string[] = [];

    function write(text: ModelText): string {
        const occurrence = occurrences.get(text);
        if (occurrence === undefined || occurrence.uses < 2) return writePieces(text);
        // Parts come before what they are in.
        occurrence.index ??= parts.push(writePieces(text)) - 1;
        return `[${occurrence.index}]`;
    }

    function writePieces({pieces}: ModelText): string {
        let text = '';
        for (const piece of pieces) text += typeof piece === 'string' ? piece : write(piece);
        return text;
    }

    const written = tables.map(({name, entries}) => {
        return `${JSON.stringify(name)}:{${entries.map(([key, text]) => `${JSON.stringify(key)}:${write(text)}`).join()}}`;
    });
    return `{${[...written, `"parts":[${parts.join()}]`].join()}}`;
}

function countUses(roots: readonly ModelText[]): ReadonlyMap<ModelText, Occurrence> {
    const occurrences = new Map<ModelText, Occurrence>();
    function count(text: ModelText): void {
        const known = occurrences.get(text);
        if (known !== undefined) known.uses++;
        else {
            occurrences.set(text, {uses: 1});
            for (const piece of text.pieces) if (typeof piece !== 'string') count(piece);
        }
    }
    roots.forEach(count);
    return occurrences;
}
