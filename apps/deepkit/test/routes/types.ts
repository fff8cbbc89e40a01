/** A type that other files import, in ways that Deepkit's compiler does and does not understand. */
export interface User {
    id: string;
    name: string;
}
