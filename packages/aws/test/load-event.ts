import {readFileSync} from 'node:fs';
import type {LambdaEvent} from '../src/lambda-event.ts';

/** An event of test/events, anew each time. */
export function loadEvent(name: string): LambdaEvent {
    return JSON.parse(readFileSync(new URL(`./events/${name}.json`, import.meta.url), 'utf8'));
}
