/** A number of things in words: `1 item`, `2 items`. */
export function toCountText(count: number, one: string, many = `${one}s`): string {
    return `${count} ${count === 1 ? one : many}`;
}
