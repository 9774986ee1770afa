import { createHmac, timingSafeEqual } from 'node:crypto';

/** Whether Shopify signed the body with the app's secret; `signature` is base64. */
export function isSigned(body: Buffer, signature: string, apiSecret: string): boolean {
  // As text: whoever decodes base64 overlooks what follows its end.
  const expected = Buffer.from(createHmac('sha256', apiSecret).update(body).digest('base64'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
