import {startNodeServer} from '@mionkit/http';
import './myApi.routes.ts';

const port = Number(process.env.PORT || 3000);
await startNodeServer({port, closeOnSignals: ['SIGINT', 'SIGTERM']}).catch((error: Error) => {
    console.error(`${error.message}\nThe port of this example is set by PORT: \`PORT=${port + 1} npm start\`.`);
    process.exit(1);
});

const url = `http://localhost:${port}`;
console.log(`The API is served on ${url}. Try:

  curl ${url}/api/v1/utils/sum -H 'content-type: application/json' -H 'authorization: token' -d '{"utils/sum": [2, 3]}'
`);
