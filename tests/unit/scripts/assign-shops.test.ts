import { describe, expect, test } from 'vitest';
import { assignShops } from '../../../scripts/replay/assign-shops.ts';

function file(name: string, order: unknown) {
  return { file: name, text: typeof order === 'string' ? order : JSON.stringify(order) };
}

function shopsOf(...files: readonly ReturnType<typeof file>[]): readonly string[] {
  return assignShops(files).files.map(({ shop }) => shop.replace('.myshopify.com', ''));
}

const plain = { id: 1, currency: 'USD', line_items: [{ id: 11 }] };

describe('shops for a replay', () => {
  test('are one per currency that orders are kept in', () => {
    const others = { ...plain, id: 2, line_items: [{ id: 21 }] };
    expect(
      shopsOf(file('a', plain), file('b', others), file('c', { ...plain, currency: 'JPY' })),
    ).toEqual(['replay-usd-1', 'replay-usd-1', 'replay-jpy-1']);
  });

  test('are one more for every order that shares an id with an earlier one', () => {
    const wrapped = { order: { ...plain, line_items: [{ id: 99 }] } };
    const samePart = { ...plain, id: 3 };
    expect(shopsOf(file('a', plain), file('b', wrapped), file('c', samePart))).toEqual([
      'replay-usd-1',
      'replay-usd-2',
      'replay-usd-2',
    ]);
  });

  test('tell orders apart whose rounded ids are the same', () => {
    const rounded = (exact: string) =>
      file(
        exact,
        `{"id":9007199254740992,"admin_graphql_api_id":"gid://shopify/Order/${exact}","currency":"USD"}`,
      );
    expect(shopsOf(rounded('9007199254740993'), rounded('9007199254740995'))).toEqual([
      'replay-usd-1',
      'replay-usd-1',
    ]);
  });

  test('are found even for what is no order', () => {
    expect(shopsOf(file('a', '{"id":'), file('b', '42'), file('c', { orders: [] }))).toEqual([
      'replay-usd-1',
      'replay-usd-1',
      'replay-usd-1',
    ]);
  });
});
