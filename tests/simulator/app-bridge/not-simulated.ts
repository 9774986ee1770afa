/** What this admin does not have. An app that calls it learns so, instead of waiting for ever. */
export class NotSimulated extends Error {
  override readonly name = 'NotSimulated';
}

/** A function in the place of a member of App Bridge, whose promise is rejected with the member's name. */
export function notSimulated(member: string): () => Promise<never> {
  return () =>
    Promise.reject(new NotSimulated(`shopify.${member} is not part of the simulated admin`));
}
