import { describe, expect, test } from 'vitest';
import { assess } from '#app/domain/assess.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { hasNewEvidence, isSameVerdict } from '#app/domain/same-verdict.ts';
import { staleness, withdrawnReason } from '#app/domain/stale.ts';
import { addDays } from '#app/domain/time.ts';
import {
  daysAgo,
  line,
  now,
  order,
  parcel,
  scan,
  shipped,
  usd,
} from '#tests/support/order-facts.ts';

const before = order(
  shipped([
    parcel({ scans: [scan({ happenedAt: daysAgo(30) })], estimatedDeliveryAt: daysAgo(10) }),
  ]),
);

function firstClaim(facts: OrderFacts, at = now) {
  const [claim] = assess(facts, defaultPolicy, at).claims;
  if (!claim) throw new Error('no claim');
  return claim;
}

function changesTo(changes: Partial<OrderFacts>, from: OrderFacts = before) {
  const facts = { ...from, ...changes };
  return staleness({
    claim: firstClaim(from),
    before: from,
    now: facts,
    assessment: assess(facts, defaultPolicy, now),
  })?.map(({ code }) => code);
}

describe('a claim at the click', () => {
  test('stands while nothing changed', () => {
    expect(changesTo({})).toBeUndefined();
  });

  test.each<[string, Partial<OrderFacts>, string]>([
    [
      'delivered',
      shipped([parcel({ deliveredAt: daysAgo(1), estimatedDeliveryAt: null })]),
      'change.delivered-meanwhile',
    ],
    [
      'disputed',
      { disputes: [{ disputeId: 'd', initiatedAs: 'INQUIRY', status: 'NEEDS_RESPONSE' }] },
      'change.disputed',
    ],
    ['cancelled', { cancelledAt: now }, 'change.cancelled-meanwhile'],
    [
      'refunded elsewhere',
      { payment: { ...before.payment, refunded: usd('1.00') } },
      'change.refunded-elsewhere',
    ],
    [
      'refunded elsewhere, pending',
      { payment: { ...before.payment, refundPending: usd('1.00') } },
      'change.refunded-elsewhere',
    ],
  ])('is stale once it was %s', (_, changes, code) => {
    expect(changesTo(changes)).toContain(code);
  });

  test('is stale when unshipped goods were shipped', () => {
    expect(changesTo({ lines: [line({ unfulfilledQuantity: 0 })] }, order())).toContain(
      'change.shipped-meanwhile',
    );
  });

  test('is stale when the money at stake is another sum', () => {
    const fewer = shipped([
      parcel({
        scans: [scan({ happenedAt: daysAgo(30) })],
        estimatedDeliveryAt: daysAgo(10),
      }),
    ]);
    const changed = { ...fewer, lines: [line({ unfulfilledQuantity: 0, refundableQuantity: 1 })] };
    expect(changesTo(changed)).toContain('change.amount-changed');
  });

  test('a suggestion goes away with its reason', () => {
    const delivered = { ...before, ...shipped([parcel({ deliveredAt: daysAgo(1) })]) };
    expect(withdrawnReason(firstClaim(before), before, delivered)).toBe('delivered');
    const moving = {
      ...before,
      ...shipped([parcel({ scans: [scan({ happenedAt: daysAgo(1) })] })]),
    };
    expect(withdrawnReason(firstClaim(before), before, moving)).toBe('moving-again');
  });
});

describe('two verdicts', () => {
  test('are the same a day later, and not after five points', () => {
    const claim = firstClaim(before);
    expect(isSameVerdict(claim, firstClaim(before, addDays(now, 1)))).toBe(true);
    expect(isSameVerdict(claim, firstClaim(before, addDays(now, 40)))).toBe(false);
  });

  test('a decided one comes back only with new evidence', () => {
    const claim = firstClaim(before);
    expect(hasNewEvidence(claim, firstClaim(before, addDays(now, 5)))).toBe(false);
    expect(hasNewEvidence(claim, firstClaim(order()))).toBe(true);
  });

  test('a decided one does not come back because a part was paid elsewhere', () => {
    const partly = { ...before, payment: { ...before.payment, refunded: usd('5.00') } };
    const pending = { ...before, payment: { ...before.payment, refundPending: usd('5.00') } };
    expect(hasNewEvidence(firstClaim(before), firstClaim(partly))).toBe(false);
    expect(hasNewEvidence(firstClaim(pending), firstClaim(partly))).toBe(false);
  });
});
