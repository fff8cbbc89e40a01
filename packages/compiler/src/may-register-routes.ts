const packageFile = /[\\/]node_modules[\\/]/;
const functionNames = ['registerRoutes', 'addStartHooks', 'addEndHooks'];

/** Whether the checker has to read a file: its text names a function that registers, and it is not of an installed package. */
export function mayRegisterRoutes(code: string, fileName: string): boolean {
    return !isOfPackage(fileName) && functionNames.some((name) => code.includes(name));
}

/** Whether a file belongs to an installed package. */
export function isOfPackage(fileName: string): boolean {
    return packageFile.test(fileName);
}
