/** A name that can be written without quotes: `/dev/db.password` becomes `_dev_db_password`, `1st` becomes `_1st`. */
export function sanitizeKey(key: string): string {
    return key.replace(/^([0-9])/, '_$1').replace(/[^a-zA-Z0-9]+/g, '_');
}
