import type {CompilerOptions} from './compiler.ts';
import {mionUnplugin} from './unplugin.ts';

/** The plugin for Rollup. */
export function mion(options?: CompilerOptions): {readonly name: string} {
    return mionUnplugin.rollup(options);
}
