/** What an object says: its JSON text up to the objects in it. There is one for all objects that say the same. */
export interface ModelText {
    readonly pieces: readonly (string | ModelText)[];
    readonly id: number;
}

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

    /** The text of a model, or of something in it. */
    get(object: object): ModelText {
        const known = this.#byObject.get(object) ?? this.#find(toPieces(object, this.#withoutNames));
        this.#byObject.set(object, known);
        return known;
    }

    #find(parts: readonly (string | object)[]): ModelText {
        const pieces = parts.map((part) => (typeof part === 'string' ? part : this.get(part)));
        let text = '';
        // JSON has no # outside of strings.
        for (const piece of pieces) text += typeof piece === 'string' ? piece : `#${piece.id}`;
        const found = this.#byText.get(text) ?? {pieces, id: this.#byText.size};
        this.#byText.set(text, found);
        return found;
    }
}

/** Text that has no object in it is one piece. The keys are those of models, which need no escapes. */
function toPieces(object: object, withoutNames: boolean): readonly (string | object)[] {
    const value = object as Readonly<Record<string, unknown>>;
    const pieces: (string | object)[] = [];
    let text = '';
    let before = '{';
    for (const key of Object.keys(value)) {
        const part = value[key];
        if (part === undefined || (withoutNames && isName(key, value))) continue;
        text += `${before}"${key}":`;
        before = ',';
        add(part);
    }
    pieces.push(`${text}${before === '{' ? '{' : ''}}`);
    return pieces;

    function add(part: unknown): void {
        if (typeof part === 'string') text += JSON.stringify(part);
        else if (typeof part !== 'object' || part === null) text += String(part);
        else if (!Array.isArray(part)) {
            pieces.push(text, part);
            text = '';
        } else {
            text += '[';
            for (let index = 0; index < part.length; index++) {
                if (index > 0) text += ',';
                add(part[index]);
            }
            text += ']';
        }
    }
}

function isName(key: string, object: object): boolean {
    return key === 'description' || (key === 'name' && 'properties' in object);
}
