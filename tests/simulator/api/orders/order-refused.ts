/** Thrown while a body is read as an order; the message becomes the reason of a `rejected` load. */
export class OrderRefused extends Error {
  override readonly name = 'OrderRefused';
}
