/** A method's place in the tree, called with its params. */
type CreateCall = (id: string, params: readonly unknown[]) => unknown;

// Read by whatever looks at a value: `await`, `JSON.stringify`, loggers and test tools. They must not get a path for it.
const foreignNames: ReadonlySet<string | symbol> = new Set(['then', 'toJSON', 'constructor', 'prototype', '__proto__']);

/** The API's tree as paths: reading a property goes down, calling makes a call. No path is asked for that isn't read. */
export function createMethodTree(createCall: CreateCall, id = ''): unknown {
    const children = new Map<string, unknown>();
    const getChild = (name: string): unknown => {
        if (!children.has(name)) children.set(name, createMethodTree(createCall, id === '' ? name : `${id}/${name}`));
        return children.get(name);
    };
    return new Proxy(() => {}, {
        get: (_target, name) => (typeof name === 'symbol' || foreignNames.has(name) ? undefined : getChild(name)),
        apply: (_target, _this, params) => createCall(id, params),
    });
}
