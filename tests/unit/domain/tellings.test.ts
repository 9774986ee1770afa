import { describe, expect, test } from 'vitest';
import type { ReadIntent } from '#app/domain/intent.ts';
import type { HeardFrom } from '#app/domain/learning/heard-from.ts';
import { cancelBeforeShipping } from '#app/domain/scenarios/buyer-request/cancel-before-shipping.ts';
import { keepFirstSeen } from '#app/pipeline/keep-first-seen.ts';
import { noteFrom } from '#app/shopify/note-from-text.ts';
import { caseOf, claimsOf } from '#tests/support/case-facts.ts';
import { daysAgo, now, order, usd } from '#tests/support/order-facts.ts';

function noted(reading: Partial<ReadIntent> = {}, heardFrom: HeardFrom = {}) {
  const intents = [{ intent: 'cancel', confidence: 0.8, ...reading } as const];
  const facts = caseOf({ order: order({ note: { at: daysAgo(2), intents } }) });
  return claimsOf(cancelBeforeShipping, { ...facts, shop: { ...facts.shop, heardFrom } });
}

test('an order whose payment is only held can be cancelled, and nothing is owed for it', () => {
  const { payment } = order();
  const held = order({
    financialStatus: 'AUTHORIZED',
    payment: { ...payment, received: usd('0') },
    note: { at: daysAgo(2), intents: [{ intent: 'cancel', confidence: 1 }] },
  });
  const [claim] = claimsOf(cancelBeforeShipping, caseOf({ order: held }));
  expect(claim?.stake.estimate).toEqual(usd('0'));
  expect(claim?.evidence.map(({ code }) => code)).toContain('only-authorised');
});

describe('an order’s note', () => {
  test('tells what a message would', () => {
    const [claim] = noted({ words: ['cancel'] });
    expect(claim?.evidence.slice(0, 2)).toEqual([
      { code: 'asked-to-cancel', params: { source: 'note' }, at: daysAgo(2) },
      {
        code: 'words-say',
        params: { intent: 'cancel', percent: 80, words: 'cancel' },
        at: daysAgo(2),
      },
    ]);
  });

  test('that another reader read says so', () => {
    const [claim] = noted({ reader: 'second', words: ['cancel'] });
    expect(claim?.evidence.map(({ code }) => code)).toContain('second-reader-says');
  });

  test('is heard when it is sure enough, and from where the shop taught it', () => {
    expect(noted({ confidence: 0.59 })).toEqual([]);
    expect(noted({}, { own: { cancel: 0.81 } })).toEqual([]);
    expect(noted({}, { own: { damaged: 0.81 }, second: { cancel: 0.81 } })).toHaveLength(1);
    expect(noted({ reader: 'second' }, { second: { cancel: 0.81 } })).toEqual([]);
  });

  test('says nothing where it says nothing', () => {
    const nothing = { updatedAt: now, read: () => ({ intents: [] }) };
    expect(noteFrom('Ring twice', nothing)).toBeNull();
    expect(noteFrom('', nothing)).toBeNull();
    expect(noteFrom(null, nothing)).toBeNull();
  });

  test('was written when it was first seen with that meaning', () => {
    const of = (at: number, intent: ReadIntent['intent']) =>
      order({ note: { at: daysAgo(at), intents: [{ intent, confidence: 0.8 }] } });
    const kept = (before: ReturnType<typeof order>, after: ReturnType<typeof order>) =>
      keepFirstSeen(before, after).note?.at;
    expect(kept(of(5, 'cancel'), of(1, 'cancel'))).toBe(daysAgo(5));
    expect(kept(of(5, 'damaged'), of(1, 'cancel'))).toBe(daysAgo(1));
    expect(kept(order(), of(1, 'cancel'))).toBe(daysAgo(1));
    expect(kept(of(5, 'cancel'), order())).toBeUndefined();
  });
});
