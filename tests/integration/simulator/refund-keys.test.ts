import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, textIn, type ConnectedApp } from './connected-app.ts';
import { money, readBack, refund, refundCreate, type Refund } from './refund-client.ts';
import { cups } from './rest-body.ts';

describe('an idempotency key', () => {
  let app: ConnectedApp;
  beforeAll(async () => {
    app = await connectApp();
  });
  afterAll(() => app.close());

  test('refuses to run without @idempotent', async () => {
    const id = app.load(cups());
    const bare = refundCreate.replace('@idempotent(key: $key)', '').replace(', $key: String!', '');
    const { status, body } = await app.admin(bare, { input: money(app, id, '1.00') });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: { refundCreate: null },
      errors: [
        {
          message: 'The @idempotent directive is required for this mutation but was not provided.',
          path: ['refundCreate'],
          extensions: { code: 'BAD_REQUEST' },
        },
      ],
    });
    expect(await readBack(app, id)).toMatchObject({ displayFinancialStatus: 'PAID' });
  });

  test('replays the refund for the same key and variables for 24 hours, then makes another', async () => {
    const app24 = await connectApp();
    const id = app24.load(cups());
    const parentId = app24.api.order(app24.shop, id)?.transactions[0]?.id;
    const input = {
      orderId: id,
      transactions: [{ orderId: id, gateway: '', kind: 'REFUND', amount: '1.00', parentId }],
    };
    const made = () => app24.api.order(app24.shop, id)?.refunds.length;
    const ask = async (token?: string) =>
      (token === undefined
        ? await app24.admin(refundCreate, { input, key: 'once' })
        : await app24.adminWith(token, refundCreate, { input, key: 'once' })
      ).body as never as { data: { refundCreate: { refund: Refund } } };
    const first = await ask();
    const second = await ask();
    expect(second.data.refundCreate.refund.id).toBe(first.data.refundCreate.refund.id);
    expect(made()).toBe(1);
    app24.api.clock.advance(24 * 3_600_000 + 1);
    const { body } = await app24.exchange();
    await ask(textIn(body, 'access_token'));
    expect(made()).toBe(2);
    await app24.close();
  });

  test('refuses the same key with other variables, the order of fields included', async () => {
    const id = app.load(cups());
    await refund(app, money(app, id, '1.00'), 'mine');
    const { transactions, orderId } = money(app, id, '1.00');
    for (const input of [money(app, id, '2.00'), { transactions, orderId }]) {
      const { data, errors } = await refund(app, input, 'mine');
      expect(data?.refundCreate).toBeNull();
      expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
    }
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(1);
  });

  test('says in progress while the first request of a key is not answered yet', async () => {
    const id = app.load(cups());
    app.api.faults.delayMs = 300;
    const [first, second] = await Promise.all([
      refund(app, money(app, id, '1.00'), 'slow'),
      refund(app, money(app, id, '1.00'), 'slow'),
    ]);
    app.api.faults.delayMs = 0;
    const codes = [first, second].map(({ errors }) => errors?.[0]?.extensions.code);
    expect(codes.toSorted()).toEqual(['IDEMPOTENCY_CONCURRENT_REQUEST', undefined]);
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(1);
    expect(
      (await refund(app, money(app, id, '1.00'), 'slow')).data?.refundCreate?.refund,
    ).not.toBeNull();
  });
});
