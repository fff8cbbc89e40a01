/** What generated code and the interpreter call: the wire forms of the types that JSON does not have. Not for programs. */
export {};
