#!/usr/bin/env node
import * as nodeModule from 'node:module';

/** Keeps what V8 makes of the files that are imported from here on. The types of Node 20 lack it. */
const {enableCompileCache} = nodeModule as {readonly enableCompileCache?: () => void};

enableCompileCache?.();
const {runMion} = await import('./run-mion.ts');
process.exitCode = runMion(process.argv.slice(2));
