import {mionUnplugin} from './unplugin.ts';

/** The plugin for rspack. */
export const mion = mionUnplugin.rspack;
