import {spawnSync} from 'node:child_process';
import {expect, test} from '@jest/globals';
import {startChecker} from '../src/typescript/start-checker.ts';

test('the environment is as before, and what it sets stays', () => {
    const {GOGC, GOMEMLIMIT} = process.env;
    const before = {...process.env};
    try {
        startChecker({cwd: '.'}).close();
        expect(process.env).toEqual(before);
        process.env.GOGC = '50';
        startChecker({cwd: '.'}).close();
        expect(process.env).toEqual({...before, GOGC: '50'});
    } finally {
        for (const [name, value] of Object.entries({GOGC, GOMEMLIMIT})) {
            if (value === undefined) delete process.env[name];
            else process.env[name] = value;
        }
    }
});

test('the process ends without a complaint', () => {
    const code = `
        const {startChecker} = await import(${JSON.stringify(new URL('../dist/typescript/start-checker.js', import.meta.url).href)});
        const checker = startChecker({cwd: '.'});
        checker.updateSnapshot();
        const {child} = checker.client.channel;
        child.once('exit', () => console.log('ended'));
        child.ref();
        checker.close();
    `;
    const {stdout, stderr} = spawnSync(process.execPath, ['--input-type=module', '-e', code], {encoding: 'utf8'});
    expect({stdout, stderr}).toEqual({stdout: 'ended\n', stderr: ''});
});
