import type {CompilerOptions} from './compiler.ts';
import {mionUnplugin} from './unplugin.ts';

/** The plugin for Vite. */
export function mion(options?: CompilerOptions): {readonly name: string} {
    return mionUnplugin.vite(options);
}
