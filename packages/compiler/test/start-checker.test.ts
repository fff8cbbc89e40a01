import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {expect, test} from '@jest/globals';
import {buildSync} from 'esbuild';
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
        import {startChecker} from './src/typescript/start-checker.ts';
        const checker = startChecker({cwd: '.'});
        checker.updateSnapshot();
        const {child} = checker.client.channel;
        child.once('exit', () => console.log('ended'));
        child.ref();
        checker.close();
    `;
    const cwd = fileURLToPath(new URL('..', import.meta.url));
    const stdin = {contents: code, resolveDir: cwd};
    const {outputFiles} = buildSync({stdin, bundle: true, write: false, format: 'esm', packages: 'external', absWorkingDir: cwd});
    const args = ['--input-type=module', '-e', outputFiles[0]?.text ?? ''];
    const {stdout, stderr} = spawnSync(process.execPath, args, {cwd, encoding: 'utf8'});
    expect({stdout, stderr}).toEqual({stdout: 'ended\n', stderr: ''});
});
