import {nameMark} from './code-text.ts';

/** What an object says: its JSON text up to the objects in it. There is one for all objects that say the same. */
export interface ModelText {
    /** Its text; every second piece stands for the next of its parts. */
    readonly pieces: readonly string[];
    readonly parts: readonly ModelText[];
    readonly id: number;
    /** The number of the longer text that it was counted for last. */
    countedFor: number;
    /** In how many places of different texts it stands there. */
    uses: number;
    /** Its place among the parts that are written once. */
    index: number | undefined;
}

const none: readonly ModelText[] = [];

/** The texts of models, and of what is in them. Models never change, so what is known of one holds for the next time. */
export class ModelTexts {
    readonly #withoutNames: boolean;
    readonly #byObject = new WeakMap<object, ModelText>();
    readonly #byText = new Map<string, ModelText>();

    /** `withoutNames`: without what only people read. */
    constructor(withoutNames: boolean) {
        this.#withoutNames = withoutNames;
    }

    /** How many there are. */
    get count(): number {
        return this.#byText.size;
    }

    /** The text of a model, or of a method. */
    get(object: object): ModelText {
        const known = this.#byObject.get(object);
        if (known !== undefined) return known;
        const found = this.#find(object);
        this.#byObject.set(object, found);
        return found;
    }

    #find(object: object): ModelText {
        const parts: ModelText[] = [];
        const text = this.#toText(object as Readonly<Record<string, unknown>>, parts);
        const known = this.#byText.get(text);
        if (known !== undefined) return known;
        const isWhole = parts.length === 0;
        const pieces = isWhole ? [text] : text.split(nameMark);
        const id = this.#byText.size;
        const made: ModelText = {pieces, parts: isWhole ? none : parts, id, countedFor: 0, uses: 0, index: undefined};
        this.#byText.set(text, made);
        return made;
    }

    /** JSON text with the ids of the texts of parts, which are added to `parts`. The keys are those of models, which need no escapes. */
    #toText(object: Readonly<Record<string, unknown>>, parts: ModelText[]): string {
        let text = '';
        for (const key in object) {
            const value = object[key];
            if (value === undefined || (this.#withoutNames && isName(key, object))) continue;
            text += `${text === '' ? '{' : ','}"${key}":${this.#toValue(value, parts)}`;
        }
        return text === '' ? '{}' : `${text}}`;
    }

    #toValue(value: unknown, parts: ModelText[]): string {
        if (typeof value === 'string') return JSON.stringify(value);
        if (typeof value !== 'object' || value === null) return String(value);
        if (Array.isArray(value)) return `[${value.map((entry) => this.#toValue(entry, parts)).join()}]`;
        const part = 'kind' in value ? this.get(value) : this.#find(value);
        parts.push(part);
        return `${nameMark}${part.id}${nameMark}`;
    }
}

function isName(key: string, object: object): boolean {
    return key === 'description' || (key === 'name' && 'properties' in object);
}
