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

/** How many texts were written so far. */
let written = 0;

/** JSON text of models, for `readModels` of `@mionkit/core/wire`: what stands in several places is written once. */
export function writeModels({methods, definitions}: ModelTables, {withoutNames = false}: WriteModelsOptions = {}): string {
    const known = findTexts(withoutNames);
    const methodTexts = Array.from(methods, ([id, method]) => ({key: id, text: known.get(method)}));
    const definitionTexts = Object.entries(definitions).map(([name, model]) => ({key: name, text: known.get(model)}));
    const parts: string[] = [];
    written++;
    for (const {text} of [...methodTexts, ...definitionTexts]) countUses(text);

    function write(text: ModelText): string {
        if (text.uses < 2) return writePieces(text);
        // Parts come before what they are in.
        text.index ??= parts.push(writePieces(text)) - 1;
        return `[${text.index}]`;
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

function countUses(text: ModelText): void {
    const isFirst = text.countedFor !== written;
    text.uses = isFirst ? 1 : text.uses + 1;
    if (!isFirst) return;
    text.countedFor = written;
    text.index = undefined;
    for (const part of text.parts) countUses(part);
}
