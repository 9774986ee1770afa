import { describe, expect, test } from 'vitest';
import { assess } from '#app/domain/assess.ts';
import { parseMoney } from '#app/domain/money.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import type { GroundId } from '#app/domain/scenarios/ground-ids.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { hasNewEvidence, isSameVerdict } from '#app/domain/same-verdict.ts';
import { staleness, withdrawnReason } from '#app/domain/stale.ts';
import { addDays } from '#app/domain/time.ts';
import { caseOf } from '#tests/support/case-facts.ts';
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

const sent = { createdAt: daysAgo(35), estimatedDeliveryAt: daysAgo(10) };
const before = order(shipped([parcel({ ...sent, scans: [scan({ happenedAt: daysAgo(30) })] })]));

/** The claim of this ground, or the strongest. */
function firstClaim(facts: OrderFacts, at = now, ground?: GroundId) {
  const { claims } = assess(caseOf({ order: facts }), defaultPolicy, at);
  const claim = ground ? claims.find((one) => one.ground === ground) : claims[0];
  if (!claim) throw new Error('no claim');
  return claim;
}

function changesTo(changes: Partial<OrderFacts>, from: OrderFacts = before) {
  const facts = { ...from, ...changes };
  return staleness({
    claim: firstClaim(from),
    before: caseOf({ order: from }),
    now: caseOf({ order: facts }),
    at: now,
    assessment: assess(caseOf({ order: facts }), defaultPolicy, now),
  })?.map(({ code }) => code);
}

describe('a claim at the click', () => {
  test('stands while nothing changed', () => {
    expect(changesTo({})).toBeUndefined();
  });

  test.each<[string, Partial<OrderFacts>, string]>([
    [
      'delivered',
      shipped([parcel({ ...sent, deliveredAt: daysAgo(1) })]),
      'change.delivered-meanwhile',
    ],
    [
      'disputed',
      {
        disputes: [
          {
            disputeId: 'd',
            initiatedAs: 'INQUIRY',
            status: 'NEEDS_RESPONSE',
            reason: null,
            openedAt: null,
          },
        ],
      },
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
    const fewer = { lines: [line({ unfulfilledQuantity: 0, refundableQuantity: 1 })] };
    expect(changesTo(fewer)).toContain('change.amount-changed');
  });

  test('stands when the same parcel only went a step further', () => {
    const silent = firstClaim(before, now, 'silent-parcel');
    const known = caseOf({ order: before });
    const at = addDays(now, 40);
    const assessment = assess(known, defaultPolicy, at);
    expect(assessment.claims.map(({ ground }) => ground)).toEqual(['lost']);
    expect(staleness({ claim: silent, before: known, now: known, at, assessment })).toBeNull();
  });

  test('is stale when it is not made any more, for whatever reason', () => {
    const known = caseOf({ order: before });
    const assessment = { ...assess(known, defaultPolicy, now), claims: [] };
    const comparison = { claim: firstClaim(before), before: known, now: known, at: now };
    expect(staleness({ ...comparison, assessment })?.[0].code).toBe('change.no-longer-true');
    const late = firstClaim(order());
    const waiting = caseOf({ order: order() });
    const of = { claim: late, before: waiting, now: waiting, at: now };
    expect(staleness({ ...of, assessment })?.[0].code).toBe('change.no-longer-true');
    expect(withdrawnReason(of)).toBe('no-longer-true');
  });

  test('a suggestion goes away with its reason', () => {
    const reason = (changes: Partial<OrderFacts>) =>
      withdrawnReason({
        claim: firstClaim(before),
        before: caseOf({ order: before }),
        now: caseOf({ order: { ...before, ...changes } }),
        at: now,
      });
    expect(reason(shipped([parcel({ ...sent, deliveredAt: daysAgo(1) })]))).toBe('delivered');
    expect(reason(shipped([parcel({ scans: [scan({ happenedAt: daysAgo(1) })] })]))).toBe(
      'moving-again',
    );
  });
});

describe('two verdicts', () => {
  test('are the same a day later, and not after five points', () => {
    const claim = firstClaim(before);
    const { ground } = claim;
    expect(isSameVerdict(claim, firstClaim(before, addDays(now, 1), ground))).toBe(true);
    expect(isSameVerdict(claim, firstClaim(before, addDays(now, 10), ground))).toBe(false);
  });

  test('a decided one comes back only with new evidence', () => {
    const claim = firstClaim(before);
    expect(hasNewEvidence(claim, firstClaim(before, addDays(now, 5)))).toBe(false);
    expect(hasNewEvidence(claim, firstClaim(order()))).toBe(true);
  });

  test('a decided one comes back for a fact that it did not have', () => {
    const claim = firstClaim(before);
    const told = { code: 'buyer-told', params: {}, at: daysAgo(1) };
    expect(hasNewEvidence(claim, { ...claim, evidence: [...claim.evidence, told] })).toBe(true);
  });

  test('a decided one comes back for more money, in the same currency', () => {
    const claim = firstClaim(before);
    const worth = (amount: string, currency: string) => ({
      ...claim,
      stake: { ...claim.stake, estimate: parseMoney(amount, currency) },
    });
    expect(hasNewEvidence(claim, worth('46.00', 'USD'))).toBe(true);
    expect(hasNewEvidence(claim, worth('44.00', 'USD'))).toBe(false);
    expect(hasNewEvidence(claim, worth('46.00', 'EUR'))).toBe(false);
    expect(isSameVerdict(claim, worth('45.00', 'EUR'))).toBe(false);
  });

  test('a decided one does not come back because a part was paid elsewhere', () => {
    const partly = { ...before, payment: { ...before.payment, refunded: usd('5.00') } };
    const pending = { ...before, payment: { ...before.payment, refundPending: usd('5.00') } };
    expect(hasNewEvidence(firstClaim(before), firstClaim(partly))).toBe(false);
    expect(hasNewEvidence(firstClaim(pending), firstClaim(partly))).toBe(false);
  });
});
