/** Answers everything, whatever it is: what Node and a bundle's loading cost. */
export async function handler() {
    return {statusCode: 200, headers: {'content-type': 'application/json'}, body: '{}'};
}
