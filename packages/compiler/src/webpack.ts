import type {CompilerOptions} from './compiler.ts';
import {mionUnplugin} from './unplugin.ts';

/** The plugin for webpack. */
export function mion(options?: CompilerOptions): {apply(compiler: unknown): void} {
    return mionUnplugin.webpack(options);
}
