import {initClient} from '@mionkit/client';
import type {MyApi} from './myApi.routes.ts';

const baseURL = process.env.API_URL || `http://localhost:${process.env.PORT || 3000}`;
const {routes, hooks} = initClient<MyApi>({baseURL, prefix: 'api/v1'});
const auth = hooks.auth('token');

// `call` gives what the function returns, with the function's types: order.date is a Date.
const user = await routes.users.create({name: 'Ada', surname: 'Lovelace'}).call(auth);
console.log('created', user);
console.log(await routes.utils.sayHello(user).call(auth));
const order = await routes.orders.create({date: new Date('2026-03-01T09:15:00Z'), userId: user.id, totalUSD: 99.5}).call(auth);
console.log('ordered', order.id, 'in', order.date.getUTCFullYear());
console.log('deleted', await routes.orders.delete(order.id).call(auth));

// `result` never rejects. These params are not sent at all: the client validates them.
const invalid = await routes.utils.sum(2, Number.NaN).result(auth);
if (invalid.error) console.log('validation error:', invalid.error.name, JSON.stringify(invalid.error.errorData));

// Without the hook that carries the token.
const unauthorized = await routes.users.getById(user.id).result();
if (unauthorized.error) console.log('auth error:', unauthorized.error.statusCode, unauthorized.error.name);
