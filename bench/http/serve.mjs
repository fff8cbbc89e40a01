/** Listens on a free port, tells it to the parent process, and answers each of its messages with the CPU time used so far. */
export function serve(listen) {
    listen((port) => process.send({port}));
    process.on('message', () => process.send({cpu: process.cpuUsage()}));
    process.on('disconnect', () => process.exit(0));
}
