import { describe, expect, test } from 'vitest';
import type { TrailEvent } from '#app/domain/activity.ts';
import { parseShopDomain, parseSuggestionId, type ShopDomain } from '#app/domain/ids.ts';
import { parseMoney } from '#app/domain/money.ts';
import { activityCsvHead, activityCsvLine } from '#app/ui/activity-csv.ts';
import { instant } from '#tests/support/order-facts.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { wordsIn } from '#tests/support/words.ts';

const event: TrailEvent = {
  id: '1',
  shop: parseShopDomain('mine.myshopify.com') as ShopDomain,
  orderId: 'gid://shopify/Order/1001',
  suggestionId: parseSuggestionId('00000000-0000-4000-8000-000000000001'),
  at: instant('2026-11-25T08:00:00.123Z'),
  actor: 'staff:42',
  kind: 'suggestion-approved',
  params: { amount: { kind: 'money', money: parseMoney('90071992547409931.27', 'USD') } },
};

describe('an event as a line', () => {
  const cellsOf = (changes: Partial<TrailEvent>, language: 'en' | 'zh-CN' = 'en') =>
    readCsv(activityCsvLine({ ...event, ...changes }, wordsIn(language)))[0];

  test('has codes, words, ids and exact money', () => {
    expect(cellsOf({})).toEqual([
      '2026-11-25T08:00:00.123Z',
      'suggestion-approved',
      'Approved',
      'gid://shopify/Order/1001',
      '00000000-0000-4000-8000-000000000001',
      'staff:42',
      '{"amount":{"amount":"90071992547409931.27","currencyCode":"USD"}}',
    ]);
    expect(cellsOf({}, 'zh-CN')?.slice(1, 3)).toEqual(['suggestion-approved', '批准退款']);
  });

  test('has empty cells for what it is not about', () => {
    const settings = { orderId: null, suggestionId: null, kind: 'policy-changed' } as const;
    const params = { 'money.perDay': '500' };
    expect(cellsOf({ ...settings, params })?.slice(1)).toEqual([
      ...['policy-changed', 'Settings changed', '', '', 'staff:42'],
      '{"money.perDay":"500"}',
    ]);
  });

  test('has its params without the tags they are shown by', () => {
    const at = instant('2026-11-17T03:00:00Z');
    const newer = { kind: 'planet', name: 'Mars' } as unknown as TrailEvent['params'][string];
    const params: TrailEvent['params'] = {
      ...{ count: 3, problem: 'no-answer', newer },
      ...{ day: { kind: 'instant', instant: at }, since: { kind: 'elapsed', since: at } },
      to: { kind: 'country', code: 'DE' },
    };
    expect(JSON.parse(cellsOf({ params })?.at(-1) ?? '')).toEqual({
      ...{ count: 3, problem: 'no-answer', newer, day: at, since: at, to: 'DE' },
    });
  });

  test('stands under a head of as many columns, in the reader’s language', () => {
    const [english] = readCsv(activityCsvHead(wordsIn('en')));
    expect(english).toEqual([
      'Time (UTC)',
      'Code',
      'What',
      'Order ID',
      'Suggestion ID',
      'Who',
      'Details',
    ]);
    expect(readCsv(activityCsvHead(wordsIn('zh-CN')))[0]?.[0]).toBe('时间（UTC）');
  });
});
