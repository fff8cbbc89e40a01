#!/usr/bin/env node
import {runMion} from './run-mion.ts';

process.exitCode = runMion(process.argv.slice(2));
