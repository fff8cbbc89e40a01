/** Whether arrays and objects are nested in a value at most so deep; a number or a text is 0 deep. */
export function isShallow(value: unknown, maxDepth: number): boolean {
    if (typeof value !== 'object' || value === null) return true;
    if (maxDepth <= 0) return false;
    let level: readonly unknown[] = [value];
    for (let depth = 1; level.length > 0; depth++) {
        if (depth > maxDepth) return false;
        // Each once: a live value can contain itself, many times.
        level = [...new Set(level.flatMap(getContainers))];
    }
    return true;
}

function getContainers(container: unknown): unknown[] {
    return Object.values(container as object).filter((value) => typeof value === 'object' && value !== null);
}
