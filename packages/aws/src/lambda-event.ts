import type {AlbEvent} from './alb-event.ts';
import type {HttpApiEvent} from './http-api-event.ts';
import type {LatticeEvent, LatticeV1Event} from './lattice-event.ts';
import type {RestApiEvent} from './rest-api-event.ts';

/** The HTTP events that AWS sends to a function. */
export type LambdaEvent = RestApiEvent | HttpApiEvent | AlbEvent | LatticeEvent | LatticeV1Event;
