import {expectTypeOf} from 'expect-type';
import {initClient} from '../src/index.ts';
import type {MyApi} from './contract/api.d.ts';
import contract from './contract/contract.json' with {type: 'json'};
import type {Money, TestApi} from './test-api.ts';

// A client takes both files as they are.
const fromContract = initClient<MyApi>({baseURL: '', metadata: contract});
const fromSource = initClient<TestApi>({baseURL: ''});

// Its methods are those that the server's sources give.
type Routes = typeof fromSource.routes;
type Group = keyof Routes & keyof typeof fromContract.routes;
expectTypeOf<Group>().toEqualTypeOf<'users' | 'orders' | 'utils' | 'secured' | 'closed' | 'tracked'>();
const {routes: r, hooks: h} = fromContract;
const {routes: sourceRoutes, hooks: sourceHooks} = fromSource;
expectTypeOf(r.users).toEqualTypeOf(sourceRoutes.users);
expectTypeOf(r.orders.echo).parameters.toEqualTypeOf<Parameters<typeof sourceRoutes.orders.echo>>();
expectTypeOf(r.orders).toEqualTypeOf(sourceRoutes.orders);
expectTypeOf(r.utils.hello).toEqualTypeOf(sourceRoutes.utils.hello);
expectTypeOf(r.utils.sum).toEqualTypeOf(sourceRoutes.utils.sum);
expectTypeOf(r.utils.between).toEqualTypeOf(sourceRoutes.utils.between);
expectTypeOf(r.utils.pair).toEqualTypeOf(sourceRoutes.utils.pair);
expectTypeOf(r.utils.anything).toEqualTypeOf(sourceRoutes.utils.anything);
expectTypeOf(r.utils.nothing).toEqualTypeOf(sourceRoutes.utils.nothing);
expectTypeOf(r.utils["it's a name"]).toEqualTypeOf(sourceRoutes.utils["it's a name"]);
expectTypeOf(r.secured.secret).toEqualTypeOf(sourceRoutes.secured.secret);
expectTypeOf(r.tracked.who).toEqualTypeOf(sourceRoutes.tracked.who);
expectTypeOf(h.secured.auth).toEqualTypeOf(sourceHooks.secured.auth);
expectTypeOf(h.tracked.tenant).toEqualTypeOf(sourceHooks.tracked.tenant);
expectTypeOf(h.tracked.visits).toEqualTypeOf(sourceHooks.tracked.visits);
expectTypeOf(h.tracked.flags).toEqualTypeOf(sourceHooks.tracked.flags);
expectTypeOf(r.secured.auth).toEqualTypeOf(sourceRoutes.secured.auth);

// Values of all kinds: the class of a codec is the one that the client's own program declares.
expectTypeOf(r.utils.kinds).toEqualTypeOf(sourceRoutes.utils.kinds);
expectTypeOf<Parameters<typeof r.utils.kinds>[0]['price']>().toEqualTypeOf<Money>();

// What is private to the server is not there at all.
// @ts-expect-error: a hook without params and result
void h.log;
// @ts-expect-error: metadata is asked for by no client with a contract
void r.mion;

// What is no contract is none.
// @ts-expect-error: a version is a number
initClient<MyApi>({baseURL: '', metadata: {...contract, version: '1'}});
