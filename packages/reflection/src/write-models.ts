import type {MethodModels} from '@mionkit/core';
import {type ModelText, ModelTexts} from './model-texts.ts';

/** What `writeModels` leaves out. */
export interface WriteModelsOptions {
    /** Without what only people read: descriptions, and the names of objects. @default false */
    readonly withoutNames?: boolean;
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
        return {name, entries: Object.entries<object>(table).map(([key, value]) => ({key, text: known.get(value)}))};
    });
    const parts: string[] = [];
    for (const {entries} of tables) for (const {text} of entries) countUses(text, parts);

    function write(text: ModelText): string {
        const {occurrence} = text;
        if (occurrence.uses < 2) return writePieces(text);
        // Parts come before what they are in.
        occurrence.index ??= parts.push(writePieces(text)) - 1;
        return `[${occurrence.index}]`;
    }

    function writePieces({pieces, parts: inner}: ModelText): string {
        let text = pieces[0] ?? '';
        inner.forEach((part, index) => {
            text += write(part) + pieces[2 * index + 2];
        });
        return text;
    }

    const written = tables.map(({name, entries}) => {
        return `${JSON.stringify(name)}:{${entries.map(({key, text}) => `${JSON.stringify(key)}:${write(text)}`).join()}}`;
    });
    return `{${[...written, `"parts":[${parts.join()}]`].join()}}`;
}

/** `within` is what tells the text that is written from others. */
function countUses({occurrence, parts}: ModelText, within: object): void {
    occurrence.uses = occurrence.in === within ? occurrence.uses + 1 : 1;
    if (occurrence.in === within) return;
    occurrence.in = within;
    occurrence.index = undefined;
    for (const part of parts) countUses(part, within);
}
