/** One cold start: loads a bundle, answers one event, and prints when that was and what it took. Loads nothing else itself. */
const {readFileSync, writeSync} = require('node:fs');
const {makeContext} = require('./context.cjs');

const [bundle, eventFile] = process.argv.slice(2);
const event = JSON.parse(readFileSync(eventFile, 'utf8'));
require(bundle)
    .handler(event, makeContext())
    .then(({statusCode}) => {
        const end = String(process.hrtime.bigint());
        const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage();
        writeSync(1, JSON.stringify({statusCode, end, cpu: userCPUTime + systemCPUTime, memory: maxRSS}));
        process.exit(0);
    });
