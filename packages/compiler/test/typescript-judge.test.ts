import {afterAll, beforeAll, expect, test} from '@jest/globals';
import type {CompiledRoutes} from '@mionkit/core';
import * as wire from '@mionkit/core/wire';
import {createInterpreter} from '@mionkit/reflection';
import {completeModels, generateCompiledRoutes} from '@mionkit/reflection/generator';
import {API} from 'typescript/unstable/sync';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';
import {createRandom} from './judge-random.ts';
import {changeOneLeaf, strangers, type Term} from './judge-term.ts';
import {judgedDeclarations, judgedKinds} from './judge-types.ts';

const seed = 20_260_101;
const typesPerKind = 24;
const valuesPerType = 9;
const enough = 50;

/** A value, the type that it is held against, and what the three say of it. */
interface Pair {
    readonly kind: string;
    readonly route: string;
    readonly text: string;
    readonly term: Term;
    readonly nearMiss: boolean;
}

const pairs = makePairs();
let project: FixtureProject;
let fits: boolean[];
let compiled: CompiledRoutes;
let isInterpreted: (pair: Pair) => boolean;

beforeAll(() => {
    const types = [...new Map(pairs.map(({route, text}) => [route, text]))];
    const declarations = `${judgedDeclarations}\n${types.map(([route, text]) => `type ${route} = ${text};`).join('\n')}\n`;
    project = createFixtureProject();
    fits = askTypeScript(project, declarations);
    const {methods, definitions} = readRoutes(
        project,
        declarations,
        types.map(([route]) => route),
    );
    const {body, imports} = generateCompiledRoutes({methods, definitions, models: false, isResult: true});
    const helpers = new Map<string, unknown>(Object.entries(wire));
    compiled = new Function(...imports.map((name) => `mion$${name}`), body)(
        ...imports.map((name) => helpers.get(name)),
    ) as CompiledRoutes;
    const models = completeModels({methods: Object.fromEntries(methods.map(({id, model}) => [id, model])), definitions});
    const interpreter = createInterpreter(models.definitions);
    isInterpreted = ({route, term}) => {
        const returns = models.methods[route]?.returns;
        return returns !== undefined && interpreter.is(returns, term.value);
    };
});

afterAll(() => project.remove());

test('generated code accepts exactly what TypeScript accepts', () => {
    const wrong = pairs.filter((pair, at) => isGenerated(pair) !== fits[at]);
    expect(wrong.slice(0, 10).map(explain)).toEqual([]);
});

test('the interpreter accepts exactly what TypeScript accepts', () => {
    const wrong = pairs.filter((pair, at) => isInterpreted(pair) !== fits[at]);
    expect(wrong.slice(0, 10).map(explain)).toEqual([]);
});

test('every kind is tried often enough, both ways, and a third of all values are near misses', () => {
    const counts = Object.keys(judgedKinds).map((kind) => {
        const outcomes = pairs.flatMap((pair, at) => (pair.kind === kind ? [fits[at]] : []));
        const accepted = outcomes.filter(Boolean).length;
        return {kind, accepted, refused: outcomes.length - accepted};
    });
    process.stderr.write(
        `${[`${pairs.length} pairs`, ...counts.map(({kind, accepted, refused}) => `${kind}: ${accepted} accepted, ${refused} refused`)].join('\n')}\n`,
    );
    expect(counts.filter(({accepted, refused}) => accepted < enough || refused < enough)).toEqual([]);
    expect(pairs.filter(({nearMiss}) => nearMiss).length).toBeGreaterThanOrEqual(pairs.length / 3);
});

function makePairs(): Pair[] {
    const random = createRandom(seed);
    return Object.entries(judgedKinds).flatMap(([kind, makeType]) =>
        Array.from({length: typesPerKind}, (_, at) => ({...makeType(random, 2), route: `${kind}_${at}`})).flatMap(
            ({text, fit, route}) =>
                Array.from({length: valuesPerType}, (_, turn): Pair => {
                    const term = fit(random);
                    const nearMiss = turn % 3 > 0;
                    // Of the near misses, some are off as a whole.
                    const other =
                        turn % 3 === 1
                            ? changeOneLeaf(term, random)
                            : random.chance(0.3)
                              ? random.pick(strangers)
                              : changeOneLeaf(term, random);
                    return {kind, route, text, term: nearMiss ? other : term, nearMiss};
                }),
        ),
    );
}

// One assignment a line: the lines with an error are the ones that TypeScript refuses.
function askTypeScript({directory, write}: FixtureProject, declarations: string): boolean[] {
    const offset = declarations.split('\n').length;
    const lines = pairs.map(({route, term}, at) => `declare const v${at}: ${term.type}; export const t${at}: ${route} = v${at};`);
    const path = write('pairs.ts', [declarations, ...lines].join('\n'));
    const api = new API({cwd: directory});
    try {
        const program = api.updateSnapshot({openProjects: [`${directory}/tsconfig.json`]}).getProjects()[0]?.program;
        if (program === undefined) throw new Error('TypeScript opened no project');
        const text = [declarations, ...lines].join('\n');
        const starts = toLineStarts(text);
        const diagnostics = [...program.getSyntacticDiagnostics(path), ...program.getSemanticDiagnostics(path)];
        const refused = new Set(diagnostics.map(({pos}) => starts.findLastIndex((start) => start <= pos) - offset));
        expect([...refused].filter((line) => line < 0)).toEqual([]);
        return pairs.map((_, at) => !refused.has(at));
    } finally {
        api.close();
    }
}

function toLineStarts(text: string): number[] {
    return [0, ...[...text.matchAll(/\n/g)].map(({index}) => index + 1)];
}

function readRoutes({directory, write}: FixtureProject, declarations: string, routes: readonly string[]) {
    const tree = routes.map((route) => `${route}: (): ${route} => { throw new Error(); }`).join(',\n');
    const text = `import {registerRoutes} from '@mionkit/router';\n${declarations}registerRoutes({\n${tree}\n});\n`;
    const path = write('routes.ts', text);
    const reader = createRouteReader({cwd: directory});
    try {
        const {calls, diagnostics} = reader.read(text, path);
        expect(diagnostics.map(({message}) => message)).toEqual([]);
        const [call] = calls;
        if (call === undefined) throw new Error('the call was not found');
        return call;
    } finally {
        reader.close();
    }
}

function isGenerated({route, term}: Pair): boolean {
    const {isResult} = compiled.methods[route]?.getCodec?.() ?? {};
    // A method that returns nothing has no check: what it returns is dropped.
    if (isResult === undefined) return term.value === undefined;
    return isResult(term.value, {maxDepth: 64, steps: 100_000, maxIssues: 50});
}

function explain(pair: Pair): string {
    const at = pairs.indexOf(pair);
    return `${pair.term.type} to ${pair.text}: TypeScript ${fits[at]}, generated ${isGenerated(pair)}, interpreted ${isInterpreted(pair)}`;
}
