import { describe, expect, test } from 'vitest';
import type { Evidence } from '#app/domain/claim.ts';
import { parseMoney } from '#app/domain/money.ts';
import { evidenceLine, evidenceWords, paramWords } from '#app/ui/evidence-words.ts';
import { daysAgo, instant, now, usd } from '#tests/support/order-facts.ts';
import { wordsIn } from '#tests/support/words.ts';

const en = wordsIn('en');
const zh = wordsIn('zh-CN');

function piece(code: string, params: Evidence['params'] = {}): Evidence {
  return { code, params, at: null };
}

const spain = { kind: 'country', code: 'ES' } as const;
const money = (amount: string, currency: string) =>
  ({ kind: 'money', money: parseMoney(amount, currency) }) as const;
const promised = { kind: 'instant', instant: instant('2026-11-17T03:00:00Z') } as const;

const spoken: readonly (readonly [Evidence, english: string, chinese: string])[] = [
  [
    piece('last-scan', { days: 32, kind: 'moving', place: spain }),
    'Last scan 32 days ago: In transit, Spain',
    '最近一次扫描是 32 天前：运输中，西班牙',
  ],
  [
    piece('last-scan', { days: 1, kind: 'moving', place: '' }),
    'Last scan 1 day ago: In transit',
    '最近一次扫描是 1 天前：运输中',
  ],
  [
    piece('last-scan', { days: 0, kind: 'teleported', place: '' }),
    'Last scan today: Unknown (teleported)',
    '最近一次扫描是今天：未知（teleported）',
  ],
  [
    // Still the 16th in New York.
    piece('promise-passed', { days: 7, promised }),
    'Promised for Nov 16, 2026, 7 days ago',
    '承诺 2026年11月16日 送达，已过 7 天',
  ],
  [piece('nothing-shipped', { units: 1 }), '1 item paid, not shipped', '已付款的 1 件商品尚未发货'],
  [
    piece('partly-shipped', { units: 3, shipped: 2 }),
    '3 items not shipped, 2 shipped',
    '3 件未发货，2 件已发货',
  ],
  [
    piece('paid-not-returned', { amount: money('1234567.891', 'KWD') }),
    'KWD 1,234,567.891 paid and not returned',
    '已付的 KWD 1,234,567.891 尚未退还',
  ],
  [piece('carrier', { name: '', number: 'X1' }), 'Tracking number X1', '物流单号 X1'],
  [
    piece('dispatch-held', { reason: 'INVENTORY_OUT_OF_STOCK' }),
    'Dispatch on hold: out of stock',
    '发货被搁置：缺货',
  ],
  [
    piece('change.amount-changed', { before: money('10', 'USD'), after: money('8.5', 'USD') }),
    'The amount is $8.50 now, it was $10.00',
    '金额从 US$10.00 变为 US$8.50',
  ],
];

describe('elapsed days', () => {
  const label = piece('never-scanned', { days: { kind: 'elapsed', since: daysAgo(6.5) } });

  test('are counted to the moment of reading', () => {
    expect(evidenceWords(label, en, { now })).toBe('Label made 6 days ago, no carrier scan since');
    expect(evidenceWords(label, zh, { now })).toBe('6 天前制作面单，此后没有任何承运商扫描');
  });

  test('are a day of the calendar without such a moment', () => {
    const { params } = label;
    expect(paramWords('days', params['days'] ?? 0, en)).toBe('Nov 18, 2026');
  });
});

describe('evidence', () => {
  test.each(spoken)('%j is spoken in both languages', (evidence, english, chinese) => {
    expect(evidenceWords(evidence, en).replaceAll('\u00a0', ' ')).toBe(english);
    expect(evidenceWords(evidence, zh).replaceAll('\u00a0', ' ')).toBe(chinese);
  });

  test.each(['warp-drive', 'constructor', '__proto__', 'a.b', '', 'toString', 'Évidence'])(
    'of the unknown code "%s" is shown as unknown, with the code',
    (code) => {
      expect(evidenceWords(piece(code), en)).toBe(`Unknown (${code})`);
    },
  );

  test('of an unknown change is shown as unknown', () => {
    expect(evidenceWords(piece('change.swallowed'), zh)).toBe('未知（change.swallowed）');
  });

  test('with a parameter of a kind that is not known yet says so', () => {
    const params = { amount: { kind: 'weight', grams: 5 } } as unknown as Evidence['params'];
    expect(evidenceWords(piece('order-paid', params), en)).toBe('The buyer paid Unknown (amount)');
  });

  test('in one line is the strongest first, and no more than asked for', () => {
    const evidence = [piece('lane-unknown'), piece('no-tracking-number'), piece('test-order')];
    expect(evidenceLine(evidence, en, now, 2)).toBe(
      'Sent from or to an unknown country · No tracking number',
    );
  });

  test('never escapes what people wrote', () => {
    const message = piece('carrier', { name: `Rock & Roll <3 "it's"`, number: 'X1' });
    expect(evidenceWords(message, en)).toContain(`Rock & Roll <3 "it's"`);
  });

  test('never takes what people wrote for words of its own', () => {
    const message = piece('carrier', { name: '{{number}} $t(app.name)', number: 'X1' });
    expect(evidenceWords(message, en)).not.toContain('Amends');
  });
});

test('an assumption is spoken from its own tree', () => {
  const fee = piece('dispute-fee', { amount: { kind: 'money', money: usd('15') } });
  expect(evidenceWords(fee, en, { tree: 'assumption' })).toBe('$15.00 fee for a dispute');
});

test.each([
  'customs_delay',
  'customs_documentation',
  'customs_duties_unpaid',
  'customs_inspection',
  'customs_prohibited',
])('the cause %s of a hold at customs has words', (cause) => {
  for (const words of [en, zh]) {
    const said = evidenceWords(piece('scan-reason', { cause }), words);
    expect(said).not.toContain(cause);
  }
});
