/** An encoder of generated code. */
export type Encode = (value: unknown) => string | undefined;

/**
 * The JSON text of a value. Throws when it can't be written, and says at which place.
 *
 * Encoders don't know where in a value they are, which keeps them small: one that throws runs again over a value that notes what is read.
 */
export function encodeValue(encode: Encode, value: unknown, name: string): string | undefined {
    try {
        return encode(value);
    } catch (thrown) {
        throw addPlace(thrown, name, (track) => encode(follow(value, name, track)));
    }
}

/** The same error with the place that was read last. */
function addPlace(thrown: unknown, name: string, runAgain: (track: Track) => void): unknown {
    const track: Track = {place: name};
    try {
        runAgain(track);
    } catch (again) {
        if (thrown instanceof TypeError && again instanceof TypeError && again.message === thrown.message)
            return new TypeError(`${thrown.message}: '${track.place}' was read last`, {cause: thrown});
    }
    return thrown;
}

interface Track {
    place: string;
}

/** Stands for a value, and notes which of its properties is read. */
function follow(value: unknown, place: string, track: Track): unknown {
    const isArray = Array.isArray(value);
    // What has internal slots, such as a Date, works only as itself.
    if (!isArray && Object.prototype.toString.call(value) !== '[object Object]') return value;
    return new Proxy(value as object, {
        get(target, key) {
            const part: unknown = Reflect.get(target, key);
            if (typeof key === 'symbol' || (isArray && key === 'length')) return part;
            track.place = isArray ? `${place}[${key}]` : `${place}.${key}`;
            // The properties of a frozen object can't be anything else than they are.
            return Object.isFrozen(target) ? part : follow(part, track.place, track);
        },
    });
}
