import { describe, expect, test } from 'vitest';
import { readStory } from '#app/stories/read-story.ts';
import { judgeStory, line, march, order, parcel, sent } from '#tests/support/story.ts';

const shop = { country: 'DE', currency: 'EUR', timeZone: 'Europe/Berlin' };

function problemsIn(story: unknown): readonly string[] {
  const text = typeof story === 'string' ? story : JSON.stringify(story);
  const outcome = readStory(text);
  return outcome.outcome === 'read'
    ? []
    : outcome.problems.map(({ path, code }) => `${path}: ${code}`);
}

const story = (changes: object) => ({ shop, now: march(9), orders: [order()], ...changes });

describe('a story that cannot be read says which field and why', () => {
  test.each<[unknown, string]>([
    ['{', ': malformed-json'],
    [{ shop, orders: [] }, 'now: missing'],
    [story({ now: 'tomorrow' }), 'now: not-an-instant'],
    [story({ orders: {} }), 'orders: not-a-list'],
    [story({ shop: { ...shop, timeZone: 'Mars/Olympus' } }), 'shop.timeZone: not-a-time-zone'],
    [story({ shop: { ...shop, country: 'Germany' } }), 'shop.country: not-a-country'],
    [story({ orders: [order({ id: 'A1' })] }), 'orders[0].id: not-an-id'],
    [story({ orders: [order({ currency: 'euro' })] }), 'orders[0].currency: not-a-currency'],
    [
      story({ orders: [order({ created_at: '2026-03-01' })] }),
      'orders[0].created_at: not-an-instant',
    ],
    [
      story({ orders: [order({ line_items: [line({ price: '1,50' })] })] }),
      'orders[0].line_items[0].price: not-an-amount',
    ],
    [
      story({ orders: [order({ line_items: [line({ quantity: 1.5 })] })] }),
      'orders[0].line_items[0].quantity: not-a-quantity',
    ],
    [story({ orders: [order({ test: 'no' })] }), 'orders[0].test: not-a-yes-or-no'],
    [
      story({ reports: [{ orderId: 1001, at: march(2), problem: 'sad' }] }),
      'reports[0].problem: not-a-problem',
    ],
    [
      story({ reports: [{ orderId: 1002, at: march(2), problem: 'late' }] }),
      'reports[0].orderId: no-such-order',
    ],
    [story({ disputes: [{ orderId: 1001, kind: 'quarrel' }] }), 'disputes[0].kind: not-a-dispute'],
    [story({ promises: { 7: { shipBy: '2026-03-02' } } }), 'promises.7: no-such-order'],
    [story({ scans: { 2001: [] } }), 'scans.2001: no-such-parcel'],
    [
      story({ carrierAnswers: [{ fulfillmentId: 9, at: march(2), verdict: 'lost' }] }),
      'carrierAnswers[0].fulfillmentId: no-such-parcel',
    ],
    [
      story({ policy: { lanes: { silentDaysDomestic: 900 } } }),
      'policy.lanes.silentDaysDomestic: out-of-bounds',
    ],
    [story({ shop: 7 }), 'shop: not-understood'],
  ])('%j', (told, problem) => {
    expect(problemsIn(told)).toEqual([problem]);
  });

  test('all at once', () => {
    expect(
      problemsIn({ shop: {}, now: 'x', orders: [{ id: 'a' }], policy: { warp: 1 } }),
    ).toHaveLength(7);
  });
});

describe('a story', () => {
  test('keeps ids above 2^53', () => {
    const text = JSON.stringify(story({})).replaceAll('1001', '9007199254740993');
    const outcome = readStory(text);
    expect(outcome.outcome === 'read' && outcome.story.orders[0]?.id).toBe('9007199254740993');
  });

  test('takes times without an offset for the shop’s own', () => {
    const judged = (now: string) =>
      judgeStory({
        now,
        orders: [order()],
        promises: { 1001: { shipBy: '2026-03-05' } },
      })[0]?.claims.length;
    expect(judged('2026-03-05 23:59:59')).toBe(0);
    expect(judged('2026-03-06T00:00:00')).toBe(1);
    expect(judged('2026-03-06')).toBe(1);
  });

  test('is judged in the buyer’s currency, by the order’s own rate', () => {
    const set = (shopAmount: string, presentment: string) => ({
      shop_money: { amount: shopAmount, currency_code: 'EUR' },
      presentment_money: { amount: presentment, currency_code: 'JPY' },
    });
    const [first] = judgeStory({
      now: march(40),
      orders: [
        sent({
          presentment_currency: 'JPY',
          total_price_set: set('45.00', '7200'),
          line_items: [line({ price_set: set('20.00', '3200'), fulfillable_quantity: 0 })],
          shipping_lines: [{ price: '5.00' }],
        }),
      ],
    });
    expect(first?.recommendation).toMatchObject({
      option: 'refund',
      amount: '7200',
      currencyCode: 'JPY',
    });
  });

  test('knows what was paid by transactions, refunds and the order’s own word', () => {
    const claimed = (changes: object) =>
      judgeStory({ now: march(40), orders: [sent({ ...changes })] })[0]?.claims[0]?.stake.amount;
    expect(claimed({})).toBe('45.00');
    expect(claimed({ financial_status: null })).toBeUndefined();
    expect(claimed({ financial_status: 'partially_paid', total_outstanding: '25.00' })).toBe(
      '20.00',
    );
    const sale = { kind: 'sale', status: 'success', amount: '30.00', processed_at: march(1) };
    const failed = { kind: 'sale', status: 'failure', amount: '45.00' };
    expect(claimed({ transactions: [sale, failed] })).toBe('30.00');
    const refund = {
      id: 1,
      created_at: march(5),
      refund_line_items: [{ line_item_id: 3001, quantity: 1 }],
      transactions: [{ id: 2, kind: 'refund', status: 'success', amount: '20.00' }],
      order_adjustments: [{ kind: 'shipping_refund', amount: '-5.00', tax_amount: '0.00' }],
    };
    expect(claimed({ financial_status: 'partially_refunded', refunds: [refund] })).toBe('20.00');
  });

  test('takes a parcel’s last status from the order where it tells no scans', () => {
    const judged = (changes: object) =>
      judgeStory({
        now: march(20),
        orders: [sent({}, [parcel({ updated_at: march(5), ...changes })])],
      })[0]?.claims.map(({ ground }) => ground);
    expect(judged({ shipment_status: 'delivered' })).toEqual([]);
    expect(judged({ shipment_status: 'in_transit' })).toEqual(['silent-parcel']);
    expect(judged({ status: 'cancelled' })).toEqual([]);
  });

  test('spreads discounts and taxes over a line', () => {
    const [first] = judgeStory({
      now: march(40),
      orders: [
        sent({
          taxes_included: false,
          total_price: '45.00',
          line_items: [
            line({
              fulfillable_quantity: 0,
              discount_allocations: [{ amount: '6.00' }],
              tax_lines: [{ price: '6.46' }],
            }),
          ],
          shipping_lines: [
            { price: '5.00', discounted_price: '4.00', tax_lines: [{ price: '0.54' }] },
          ],
        }),
      ],
    });
    expect(first?.claims[0]?.stake).toMatchObject({ amount: '45.00', shipping: '4.54' });
  });
});
