import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether Shopify signed the body with the app's secret; `signature` is base64. */
export function isSigned(body: Buffer, signature: string, apiSecret: string): boolean {
  const expected = createHmac('sha256', apiSecret).update(body).digest();
  const given = Buffer.from(signature, 'base64');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
