import type {MethodModels} from '@mionkit/core';

/** An object, with its JSON text up to the objects in it. */
interface Node {
    readonly id: number;
    readonly pieces: readonly (string | Node)[];
    /** In how many places of different objects it stands. */
    uses: number;
    /** Its place among the parts, once it is written there. */
    index?: number;
}

/** What `writeModels` leaves out. */
export interface WriteModelsOptions {
    /** Without what only people read: descriptions, and the names of objects. @default false */
    readonly withoutNames?: boolean;
}

/** JSON text of models, for `readModels` of `@mionkit/core/wire`: what stands in several places is written once. */
export function writeModels(models: MethodModels, {withoutNames = false}: WriteModelsOptions = {}): string {
    const nodes = createNodes(withoutNames);
    const tables = Object.entries(models).map(([name, table]) => {
        const entries = Object.entries<object>(table).map(([key, value]) => [key, nodes.get(value)] as const);
        for (const [, node] of entries) node.uses++;
        return [name, entries] as const;
    });
    const parts: string[] = [];

    function write(node: Node): string {
        if (node.uses < 2) return writePieces(node);
        // Parts come before what they are in.
        node.index ??= parts.push(writePieces(node)) - 1;
        return `[${node.index}]`;
    }

    function writePieces({pieces}: Node): string {
        let text = '';
        for (const piece of pieces) text += typeof piece === 'string' ? piece : write(piece);
        return text;
    }

    const texts = tables.map(([name, entries]) => {
        return `${JSON.stringify(name)}:{${entries.map(([key, node]) => `${JSON.stringify(key)}:${write(node)}`).join()}}`;
    });
    return `{${[...texts, `"parts":[${parts.join()}]`].join()}}`;
}

/** One node for all objects that say the same. */
function createNodes(withoutNames: boolean): {readonly get: (value: object) => Node} {
    const known = new Map<object, Node>();
    const byText = new Map<string, Node>();

    function get(value: object): Node {
        const found = known.get(value) ?? find(getPieces(value, withoutNames));
        known.set(value, found);
        return found;
    }

    function find(parts: readonly (string | object)[]): Node {
        const pieces = parts.map((part) => (typeof part === 'string' ? part : get(part)));
        let text = '';
        // JSON has no # outside of strings.
        for (const piece of pieces) text += typeof piece === 'string' ? piece : `#${piece.id}`;
        const found = byText.get(text);
        if (found !== undefined) return found;
        const node: Node = {id: byText.size, pieces, uses: 0};
        byText.set(text, node);
        for (const piece of pieces) if (typeof piece !== 'string') piece.uses++;
        return node;
    }

    return {get};
}

/** The JSON texts of objects, which never change, up to the objects in them. */
const knownPieces = {
    named: new WeakMap<object, readonly (string | object)[]>(),
    unnamed: new WeakMap<object, readonly (string | object)[]>(),
};

function getPieces(value: object, withoutNames: boolean): readonly (string | object)[] {
    const known = withoutNames ? knownPieces.unnamed : knownPieces.named;
    const pieces = known.get(value) ?? toPieces(value as Readonly<Record<string, unknown>>, withoutNames);
    known.set(value, pieces);
    return pieces;
}

/** Text that has no object in it is one piece. The keys are those of models, which need no escapes. */
function toPieces(value: Readonly<Record<string, unknown>>, withoutNames: boolean): readonly (string | object)[] {
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
