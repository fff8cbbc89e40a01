import {mionUnplugin} from './unplugin.ts';

/** The plugin for vite. */
export const mion = mionUnplugin.vite;
