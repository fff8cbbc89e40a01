/** Listens on a free port, tells it to the parent process, and answers each of its messages with the CPU time used so far. */
export function serve(listen: (tell: (port: number) => void) => void): void;
