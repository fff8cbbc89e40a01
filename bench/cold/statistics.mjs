/** The middle of some numbers. */
export function median(values) {
    return quantile(values, 0.5);
}

/** The number below which this share of some numbers is. */
export function quantile(values, share) {
    const sorted = [...values].sort((a, b) => a - b);
    const position = (sorted.length - 1) * share;
    const low = sorted[Math.floor(position)];
    return low + (sorted[Math.ceil(position)] - low) * (position % 1);
}

/** A table on the console: the first column to the left, the others to the right. */
export function printTable(rows) {
    const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
    for (const [first, ...others] of rows)
        console.log([first.padEnd(widths[0]), ...others.map((cell, index) => cell.padStart(widths[index + 1]))].join('   '));
    console.log();
}
