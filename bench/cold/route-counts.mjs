import {makeEvent} from './events.mjs';

/** The programs of mion that differ in nothing but how many routes they have. */
export const routeCounts = {'mion-2': 2, 'mion-50': 50, 'mion-500': 500};

/** An event for the first route of such a program. */
export function makeGeneratedEvent() {
    const item = {
        id: 'a',
        created: '2026-03-01T09:15:30.000Z',
        place: {city: 'London', code0: 1},
        tags: ['new'],
        status: 'state0',
    };
    return makeEvent('/module0/route0', {'module0/route0': [item]});
}
