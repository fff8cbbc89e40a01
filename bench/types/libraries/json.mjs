/** What the engine itself offers. */
export const library = {encodeShape: JSON.stringify, encodeOrder: JSON.stringify};
