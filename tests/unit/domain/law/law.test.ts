import { describe, expect, test } from 'vitest';
import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import {
  actBy,
  brokenGoodsDeadline,
  cancelledDeadline,
  deliveryDeadline,
  dispatchDeadline,
  firstDeadline,
  returnDeadline,
} from '#app/domain/law/deadlines.ts';
import { disputeWindow } from '#app/domain/law/dispute-window.ts';
import { regimeOf } from '#app/domain/law/regions.ts';
import { rightsOf } from '#app/domain/law/rights.ts';
import { rules } from '#app/domain/law/rules.ts';
import { addDays } from '#app/domain/time.ts';
import { languages } from '#app/locales/load-words.ts';
import { instant } from '#tests/support/order-facts.ts';
import { wordTrees } from '#tests/support/words.ts';

const at = instant('2026-03-02T10:00:00Z');
const countries = ['DE', 'NO', 'GB', 'US', 'CN', 'AU', 'KR', 'BR', 'JP', null];

test('whose law it is follows from where the buyer lives', () => {
  expect(countries.map(regimeOf)).toEqual([
    ...['eu', 'eu', 'uk', 'us', 'cn', 'au', 'kr', 'br', null, null],
  ]);
});

describe('the day by which the law wants it', () => {
  const ordered = (country: string | null) => ({ country, orderedAt: at, promisedBy: null });

  test('delivered: the promised day, else thirty days, in the EU and the UK', () => {
    expect(deliveryDeadline(ordered('DE'))).toEqual({
      kind: 'legal-refund',
      at: addDays(at, 30),
      rule: 'eu-delivery-30d',
    });
    expect(deliveryDeadline({ ...ordered('GB'), promisedBy: addDays(at, 9) })?.at).toBe(
      addDays(at, 9),
    );
    expect(deliveryDeadline(ordered('JP'))).toBeNull();
    expect(deliveryDeadline(ordered(null))).toBeNull();
  });

  test('shipped: the stated day, else thirty days, in the US', () => {
    expect(dispatchDeadline(ordered('US'), addDays(at, 5))?.at).toBe(addDays(at, 5));
    expect(dispatchDeadline(ordered('US'), null)?.at).toBe(addDays(at, 30));
    expect(dispatchDeadline(ordered('DE'), addDays(at, 5))?.rule).toBe('eu-delivery-30d');
  });

  test.each([
    ['DE', 'eu-withdrawal-refund-14d', addDays(at, 14)],
    ['GB', 'uk-refund-14d', addDays(at, 14)],
    ['US', 'us-mitor-refund-7wd', instant('2026-03-11T10:00:00Z')],
    ['KR', 'kr-refund-3bd', instant('2026-03-05T10:00:00Z')],
  ])('paid back after a cancellation in %s', (country, rule, until) => {
    expect(cancelledDeadline(country, at, worldCalendar)).toMatchObject({ rule, at: until });
  });

  test.each(['AU', 'BR', 'CN', 'JP', null])('is not known in %s', (country) => {
    expect(cancelledDeadline(country, at, worldCalendar)).toBeNull();
  });

  test('paid back for a return: not before the goods are back', () => {
    const returned = (country: string, receivedAt: ReturnType<typeof addDays> | null) =>
      returnDeadline(country, { requestedAt: at, receivedAt }, worldCalendar)?.at;
    expect(returned('DE', null)).toBeUndefined();
    expect(returned('DE', addDays(at, 3))).toBe(addDays(at, 14));
    expect(returned('DE', addDays(at, 20))).toBe(addDays(at, 20));
    expect(returned('GB', addDays(at, 3))).toBe(addDays(at, 17));
    expect(returned('CN', addDays(at, 3))).toBe(addDays(at, 10));
    expect(returned('AU', addDays(at, 3))).toBeUndefined();
  });

  test('paid back for a return in the US: not by the rule for goods that were never shipped', () => {
    const returned = returnDeadline('US', { requestedAt: at, receivedAt: at }, worldCalendar);
    expect(returned).toMatchObject({
      rule: 'us-reg-z-return-7bd',
      at: instant('2026-03-11T10:00:00Z'),
    });
  });

  test('paid back for rejected goods in the UK, and elsewhere on no fixed day', () => {
    expect(brokenGoodsDeadline('GB', at)).toMatchObject({
      rule: 'uk-reject-30d',
      at: addDays(at, 14),
    });
    expect(brokenGoodsDeadline('DE', at)).toBeNull();
  });
});

describe('the days on which a bank takes a dispute', () => {
  const window = (...known: Parameters<typeof disputeWindow>) =>
    disputeWindow(...known).map((deadline) => deadline.at);

  test('for goods that did not come', () => {
    expect(window('not-received', { paidAt: at })).toEqual([addDays(at, 15), addDays(at, 120)]);
    expect(window('not-received', { paidAt: at, promisedBy: addDays(at, 9) })).toEqual([
      addDays(at, 9),
      addDays(at, 129),
    ]);
  });

  test('for goods that are not as described, or were sent back', () => {
    expect(window('not-as-described', { paidAt: at, deliveredAt: addDays(at, 5) })).toEqual([
      addDays(at, 20),
      addDays(at, 125),
    ]);
    expect(window('not-as-described', { paidAt: at })[0]).toBe(addDays(at, 15));
    const back = { paidAt: at, returnedAt: addDays(at, 9), cancelledAt: addDays(at, 7) };
    expect(window('credit-not-processed', back)[0]).toBe(addDays(at, 22));
  });

  test('for a credit that did not come, also from the day on which the goods went back', () => {
    const late = { paidAt: at, deliveredAt: addDays(at, 10), returnedAt: addDays(at, 200) };
    expect(window('credit-not-processed', late)).toEqual([addDays(at, 215), addDays(at, 320)]);
  });

  test('end with the 540th after the payment, and none is left where that came first', () => {
    const promised = (day: number) =>
      window('not-received', { paidAt: at, promisedBy: addDays(at, day) });
    expect(promised(420)).toEqual([addDays(at, 420), addDays(at, 540)]);
    expect(promised(421)).toEqual([addDays(at, 421), addDays(at, 540)]);
    expect(promised(539)).toEqual([addDays(at, 539), addDays(at, 540)]);
    expect(promised(540)).toEqual([]);
    expect(window('not-received', { paidAt: null })).toEqual([]);
  });

  test('and the earlier of law and bank is acted by', () => {
    const legal = { kind: 'legal-refund', at: addDays(at, 9), rule: 'eu-delivery-30d' } as const;
    const bank = {
      kind: 'card-dispute-earliest',
      at: addDays(at, 4),
      rule: 'bank-visa-15d',
    } as const;
    const last = { kind: 'card-dispute-latest', at, rule: 'bank-visa-120d' } as const;
    expect(actBy([legal, bank, last])).toBe(bank);
    expect(actBy([bank, legal])).toBe(bank);
    expect(actBy([last])).toBeNull();
  });
});

test('store credit alone is lawful nowhere where the goods did not come', () => {
  for (const country of countries) {
    const rights = rightsOf(country);
    if (rights) expect(rights.storeCreditAlone.unshippedOrUndelivered).toBe(false);
  }
  expect(rightsOf('JP')).toBeNull();
  expect(rightsOf('US')?.withdrawal).toBeNull();
  expect(rightsOf('DE')?.withdrawal).toMatchObject({ days: 14, refundsOutboundShipping: true });
});

test('every rule says where it is written, when that was looked up, and what it means', () => {
  for (const [id, { citation, url, checkedOn }] of Object.entries(rules)) {
    expect(citation.length).toBeGreaterThan(5);
    // What is not known is written nowhere.
    if (id !== 'law-not-known') expect(new URL(url).hostname).toContain('.');
    expect(checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    for (const language of languages) {
      expect(wordTrees[language]).toHaveProperty(['deadline', id]);
    }
  }
});

test('the first deadline of a kind is told from the others', () => {
  const legal = { kind: 'legal-refund', rule: 'eu-delivery-30d' } as const;
  const deadlines = [
    { ...legal, at: addDays(at, 9) },
    { kind: 'card-dispute-earliest', rule: 'bank-visa-15d', at: addDays(at, 1) } as const,
    { ...legal, at: addDays(at, 5) },
  ];
  expect(firstDeadline('legal-refund', deadlines)).toBe(addDays(at, 5));
  expect(firstDeadline('card-dispute-earliest', deadlines)).toBe(addDays(at, 1));
  expect(firstDeadline('carrier-claim', deadlines)).toBeNull();
});
