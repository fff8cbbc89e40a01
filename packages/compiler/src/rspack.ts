import type {CompilerOptions} from './compiler.ts';
import {mionUnplugin} from './unplugin.ts';

/** The plugin for Rspack. */
export function mion(options?: CompilerOptions): {apply(compiler: unknown): void} {
    return mionUnplugin.rspack(options);
}
