import {mionUnplugin} from './unplugin.ts';

/** The plugin for webpack. */
export const mion = mionUnplugin.webpack;
