import type {CompiledRoutes} from '@mionkit/core';
import * as wire from '@mionkit/core/wire';
import {type CompiledRoutesSource, generateCompiledRoutes} from './generate-compiled-routes.ts';
import {interpretCompiledRoutes} from './interpret-compiled-routes.ts';

/** The code of a tree's methods: generated and evaluated, or interpreted where the platform forbids to evaluate code. */
export function evaluateCompiledRoutes(source: CompiledRoutesSource): CompiledRoutes {
    const {body, imports} = generateCompiledRoutes(source);
    const make = createFunction(
        imports.map((name) => `mion$${name}`),
        body,
    );
    if (make === undefined) return interpretCompiledRoutes(source);
    return make(...imports.map((name) => Reflect.get(wire, name))) as CompiledRoutes;
}

/** A function of generated text; `undefined` under a Content-Security-Policy or a flag that allows none. */
function createFunction(params: readonly string[], body: string): ((...args: unknown[]) => unknown) | undefined {
    try {
        return new Function(...params, `'use strict';\n${body}`) as (...args: unknown[]) => unknown;
    } catch (error) {
        if (error instanceof EvalError) return undefined;
        throw error;
    }
}
