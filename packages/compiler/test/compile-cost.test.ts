import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from '@jest/globals';
import {generateRoutes} from '@mionkit/test-kit';
import {createRouteReader} from '../src/typescript/create-route-reader.ts';
import type {RouteReader} from '../src/typescript/route-reader.ts';
import {createFixtureProject, type FixtureProject} from './fixture-project.ts';

let project: FixtureProject;
let reader: RouteReader;
let code: string;

beforeAll(() => {
    project = createFixtureProject(generateRoutes({routes: 500, modules: 25}));
    reader = createRouteReader({cwd: project.directory});
    code = readFileSync(join(project.directory, 'api.ts'), 'utf8');
});

afterAll(() => {
    reader.close();
    project.remove();
});

test('500 routes cost one message for several routes, and an edit of one module a fraction of that', () => {
    expect(reader.read(code, 'api.ts').calls[0]?.methods).toHaveLength(500);
    const cold = reader.countMessages();
    // Were one answer awaited for each type, there would be thousands.
    expect(cold).toBeLessThan(110);
    expect(countMessagesOfEdit('module7.ts')).toBeLessThan(32);
});

test('after a change that all files can see, edits cost a fraction again', () => {
    reader.read(code, 'api.ts');
    writeFileSync(join(project.directory, 'globals.d.ts'), 'declare const anything: unknown;');
    reader.changed(['globals.d.ts']);
    reader.read(code, 'api.ts');
    expect(countMessagesOfEdit('module8.ts')).toBeLessThan(32);
});

function countMessagesOfEdit(module: string): number {
    const before = reader.countMessages();
    const path = join(project.directory, module);
    const property = `editedIn${module.replace('.ts', '')}`;
    writeFileSync(path, readFileSync(path, 'utf8').replace('status: ', `${property}: boolean;\n    status: `));
    reader.changed([path]);
    expect(JSON.stringify(reader.read(code, 'api.ts').calls)).toContain(property);
    return reader.countMessages() - before;
}
