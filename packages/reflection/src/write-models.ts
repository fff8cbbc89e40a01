import type {Definitions, MethodModel} from '@mionkit/core';
import {type ModelText, ModelTexts} from './model-texts.ts';

/** Methods by id, and the definitions that their types refer to. */
export interface ModelTables {
    readonly methods: ReadonlyMap<string, MethodModel>;
    readonly definitions: Definitions;
}

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
export function writeModels({methods, definitions}: ModelTables, {withoutNames = false}: WriteModelsOptions = {}): string {
    const known = findTexts(withoutNames);
    const methodTexts = Array.from(methods, ([id, method]) => ({key: id, text: known.get(method)}));
    const definitionTexts = Object.entries(definitions).map(([name, model]) => ({key: name, text: known.get(model)}));
    const parts: string[] = [];
    for (const {text} of [...methodTexts, ...definitionTexts]) countUses(text, parts);

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

    function writeTable(entries: typeof methodTexts): string {
        return entries.map(({key, text}) => `${JSON.stringify(key)}:${write(text)}`).join();
    }

    return `{"methods":{${writeTable(methodTexts)}},"definitions":{${writeTable(definitionTexts)}},"parts":[${parts.join()}]}`;
}

/** `within` is what tells the text that is written from others. */
function countUses({occurrence, parts}: ModelText, within: object): void {
    occurrence.uses = occurrence.in === within ? occurrence.uses + 1 : 1;
    if (occurrence.in === within) return;
    occurrence.in = within;
    occurrence.index = undefined;
    for (const part of parts) countUses(part, within);
}
