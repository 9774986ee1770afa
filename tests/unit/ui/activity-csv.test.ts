import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { TrailEvent } from '#app/domain/activity.ts';
import { parseShopDomain, parseSuggestionId, type ShopDomain } from '#app/domain/ids.ts';
import { parseMoney } from '#app/domain/money.ts';
import { activityCsvHead, activityCsvLine } from '#app/ui/activity-csv.ts';
import { csvLine } from '#app/ui/csv.ts';
import { instant } from '#tests/support/order-facts.ts';
import { readCsv } from '#tests/support/read-csv.ts';
import { wordsIn } from '#tests/support/words.ts';

describe('a line of CSV', () => {
  test.each([
    [['a', 'b'], 'a,b\r\n'],
    [['', ''], ',\r\n'],
    [['a,b'], '"a,b"\r\n'],
    [['she said "no"'], '"she said ""no"""\r\n'],
    [['two\r\nlines'], '"two\r\nlines"\r\n'],
    [['已退款'], '已退款\r\n'],
    [['=1+1'], "'=1+1\r\n"],
    [['+1'], "'+1\r\n"],
    [['-1'], "'-1\r\n"],
    [['@now'], "'@now\r\n"],
    [['\t=1'], "'\t=1\r\n"],
    [['\r=1'], '"\'\r=1"\r\n'],
    [['=HYPERLINK("http://x","y")'], '"\'=HYPERLINK(""http://x"",""y"")"\r\n'],
    [['1-1', 'a=b'], '1-1,a=b\r\n'],
  ])('of %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });

  test('comes back as it went, formulas as text', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '1', '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", '退'),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (cells) => {
        const [read = [], ...more] = readCsv(csvLine(cells));
        expect(more).toEqual([]);
        expect(read).toEqual(cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
        expect(read.filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
      }),
    );
  });
});

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
