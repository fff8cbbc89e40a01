/** One library in a process of its own: checks its functions, and then runs as many calls of one as the parent says. */
import {deepStrictEqual} from 'node:assert/strict';
import {rows} from './rows.mjs';

const {library, inputs = {}, faults = {}} = await import(`./libraries/${process.argv[2]}.mjs`);
const valueCount = 64;
const names = Object.keys(library);
const toInput = (name, value) => inputs[name]?.(value) ?? value;
const calls = Object.fromEntries(names.map((name) => [name, rows[name].isText ? writeOut(library[name]) : library[name]]));
let last;

for (const name of names) checkAnswers(name);
for (const name of names) checkRefusals(name);
const values = Object.fromEntries(
    names.map((name) => [name, Array.from({length: valueCount}, () => toInput(name, rows[name].make()))]),
);
// The loop has seen many functions before the first measurement, so that none of them is inlined into it.
for (let round = 0; round < 200; round++) for (const name of names) run(calls[name], values[name], valueCount);

process.on('disconnect', () => process.exit(0));
process.on('message', ({name, count}) => process.send({cpu: measure(name, count)}));
process.send({names, faults});

// CPU time of so many calls, in ns.
function measure(name, count) {
    const before = process.cpuUsage();
    run(calls[name], values[name], count);
    const {user, system} = process.cpuUsage(before);
    return (user + system) * 1000;
}

// The result is kept where the engine can't prove that nobody reads it.
function run(call, inputs, count) {
    for (let index = 0; index < count; index++) last = call(inputs[index % valueCount]);
    return last;
}

// Text that was put together of pieces is only made when somebody reads it, as whoever sends it does.
function writeOut(encode) {
    return (value) => Buffer.byteLength(encode(value));
}

function checkAnswers(name) {
    const {make, output, isText, trimmed = () => []} = rows[name];
    for (const value of [make(), ...trimmed()]) {
        const answer = library[name](toInput(name, value));
        deepStrictEqual(toPlain(isText ? JSON.parse(answer) : answer), toPlain(output()), `${process.argv[2]}: ${name}`);
    }
}

// A fault that is not there any more has to be taken from the list.
function checkRefusals(name) {
    const {refused = () => []} = rows[name];
    const accepted = refused().filter((value) => accepts(library[name], toInput(name, value)));
    if (accepted.length > 0 !== name in faults)
        throw new Error(`${process.argv[2]}: ${name} accepts ${JSON.stringify(accepted)}`);
}

function accepts(call, value) {
    try {
        call(value);
        return true;
    } catch {
        return false;
    }
}

// Objects with the same properties are equal, whatever their order and prototype.
function toPlain(value) {
    if (Array.isArray(value)) return value.map(toPlain);
    if (typeof value !== 'object' || value === null || value instanceof Date) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, toPlain(each)]));
}
