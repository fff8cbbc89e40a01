import {mionUnplugin} from './unplugin.ts';

/** The plugin for rollup. */
export const mion = mionUnplugin.rollup;
