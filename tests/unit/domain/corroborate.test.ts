import { describe, expect, test } from 'vitest';
import type { Evidence } from '#app/domain/claim.ts';
import { corroborate } from '#app/domain/corroborate.ts';
import { fact, part } from '#app/domain/evidence.ts';
import type { Claim } from '#app/domain/suggestion.ts';
import { daysAgo, parcelId, usd } from '#tests/support/order-facts.ts';

function claim(value: number, heart: Evidence, changes: Partial<Claim> = {}): Claim {
  return {
    scenario: 'logistics',
    ground: 'silent-parcel',
    fulfillmentId: parcelId,
    probability: { value, parts: [part('base', value, 'starting-value')] },
    evidence: [heart],
    responsibility: { party: 'carrier', because: [heart.code] },
    stake: {
      lines: [],
      shipping: null,
      duties: null,
      fee: null,
      everything: false,
      estimate: usd('45.00'),
    },
    deadlines: [],
    remedies: ['refund'],
    ask: null,
    ...changes,
  };
}

const silence = claim(0.6, fact('last-scan', {}, daysAgo(30)));
const report = claim(0.8, fact('buyer-reported', {}, daysAgo(2)), { fulfillmentId: null });

describe('claims about the same goods', () => {
  test('make each other surer by other facts', () => {
    const surer = corroborate(silence, [report]);
    expect(surer.probability.value).toBeCloseTo(0.76, 3);
    expect(surer.probability.parts.at(-1)).toMatchObject({ code: 'other-grounds' });
    expect(
      corroborate(silence, [{ ...report, fulfillmentId: parcelId }]).probability.value,
    ).toBeCloseTo(0.76, 3);
    expect(corroborate(report, [silence]).probability.value).toBeGreaterThan(0.8);
  });

  test.each<[string, Claim]>([
    ['rests on evidence that is shown already', claim(0.7, fact('last-scan', {}, daysAgo(3)))],
    ['speaks of the same instant', claim(0.7, fact('promise-passed', {}, daysAgo(30)))],
    ['is about another parcel', { ...report, fulfillmentId: 'gid://shopify/Fulfillment/2' }],
    ['says that nothing is owed', { ...report, remedies: [] }],
    ['is next to nothing', { ...report, probability: { ...report.probability, value: 0 } }],
  ])('count no fact twice: one that %s', (_, other) => {
    expect(corroborate(silence, [other])).toEqual(silence);
  });

  test('may rest on facts without an instant', () => {
    const timeless = claim(0.8, fact('nothing-shipped'));
    expect(corroborate(silence, [timeless]).probability.value).toBeGreaterThan(0.6);
    expect(corroborate(timeless, [silence]).probability.value).toBeGreaterThan(0.8);
  });
});
