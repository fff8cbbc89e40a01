import {pathToFileURL} from 'node:url';
import type {MessagePort} from 'node:worker_threads';

let send: (fileNames: readonly string[]) => void = (fileNames) => {
    process.send?.({'watch:import': fileNames.map((fileName) => pathToFileURL(fileName).href)});
};

/** Makes `node --watch` watch files too that only types come from, which Node itself never loads. */
export function watchFiles(fileNames: readonly string[]): void {
    if (process.env.WATCH_REPORT_DEPENDENCIES) send(fileNames);
}

/** For a thread, which can't tell `node --watch` itself: the other end of the port does. */
export function watchThrough(port: MessagePort): void {
    send = (fileNames) => port.postMessage(fileNames);
}
