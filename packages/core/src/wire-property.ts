/** An own property: for the names that every object inherits, such as `constructor`. */
export function ownValue(value: object, name: string): unknown {
    return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}

/** Reads a property; those that objects inherit count only as own properties. */
export function readProperty(object: object, name: string): unknown {
    return name in Object.prototype ? ownValue(object, name) : (object as Record<string, unknown>)[name];
}
