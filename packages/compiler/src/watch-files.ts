import {existsSync} from 'node:fs';
import {dirname} from 'node:path';
import {pathToFileURL} from 'node:url';
import type {MessagePort} from 'node:worker_threads';

let send: (fileNames: readonly string[]) => void = (fileNames) => {
    const paths = new Set(fileNames.map(toExisting));
    process.send?.({'watch:import': [...paths].map((path) => pathToFileURL(path).href)});
};

/** For a file that is to be made yet, the directory that it will be in: Node can watch only what exists. */
function toExisting(path: string): string {
    return existsSync(path) ? path : toExisting(dirname(path));
}

/** Makes `node --watch` watch files too that only types come from, which Node itself never loads. */
export function watchFiles(fileNames: readonly string[]): void {
    if (process.env.WATCH_REPORT_DEPENDENCIES) send(fileNames);
}

/** For a thread, which can't tell `node --watch` itself: the other end of the port does. */
export function watchThrough(port: MessagePort): void {
    send = (fileNames) => port.postMessage(fileNames);
}
