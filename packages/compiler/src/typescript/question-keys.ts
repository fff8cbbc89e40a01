import type {Params} from './private-client.ts';

/** Tells questions apart: by the method, and by the values of its params, which have the same names whenever it is asked. */
export class QuestionKeys {
    /** The ids of projects are long, and in every question. */
    readonly #projects = new Map<unknown, number>();

    toKey(method: string, params: Params): string {
        let key = method;
        for (const name in params) {
            const value = name === 'project' ? this.#numberOf(params[name]) : params[name];
            key += typeof value === 'number' ? ` ${value}` : ` ${JSON.stringify(value)}`;
        }
        return key;
    }

    #numberOf(project: unknown): number {
        const known = this.#projects.get(project) ?? this.#projects.size;
        this.#projects.set(project, known);
        return known;
    }
}
