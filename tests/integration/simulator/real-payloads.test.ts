import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { readingScopes, readOrder } from './order-read-back.ts';

let app: ConnectedApp;
beforeAll(async () => {
  app = await connectApp({ grantedScopes: readingScopes });
});
afterAll(() => app.close());

const payloads = new URL('../../../../shared/data/payloads/', import.meta.url);

describe.skipIf(!existsSync(payloads))('real payloads', () => {
  const filesIn = (kind: string) =>
    readdirSync(new URL(`${kind}/`, payloads)).map((file) => ({
      file,
      text: readFileSync(new URL(`${kind}/${file}`, payloads), 'utf8'),
    }));

  test(
    'every real order is loaded and read back, or contradicts itself',
    { timeout: 60_000 },
    async () => {
      for (const { file, text } of filesIn('order')) {
        const outcome = app.api.loadOrder(app.shop, text);
        if (outcome.outcome === 'rejected') {
          expect(outcome.reason, file).toMatch(/ is in [A-Z]{3}, the order in [A-Z]{3}$/);
          continue;
        }
        app.api.clock.advance(1000);
        const { refundable, totalReceivedSet } = await readOrder(app, outcome.orderId);
        const received = Number(totalReceivedSet.presentmentMoney.amount);
        if (refundable) expect(received, file).toBeGreaterThan(0);
      }
    },
  );

  test.each([
    'checkout',
    'draft_order',
    'dispute',
    'fulfillment',
    'fulfillment_event',
    'fulfillment_order',
    'refund',
    'gql_order',
    'gql_refundCreate',
  ])('no %s is taken for an order', (kind) => {
    for (const { file, text } of filesIn(kind)) {
      expect(app.api.loadOrder(app.shop, text).outcome, file).toBe('rejected');
    }
  });
});
