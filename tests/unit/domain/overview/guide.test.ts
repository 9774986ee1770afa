import { describe, expect, test } from 'vitest';
import { guideSteps, isStepDone, standingOf } from '#app/domain/overview/guide.ts';

const nothing = { policyReviewed: false, decided: false, hidden: false };
const read = { ordersLooked: 3, deliveriesWaiting: 0 };

describe('the set-up guide', () => {
  test('is there until it is put away', () => {
    expect(standingOf(nothing)).toBe('shown');
    expect(standingOf({ ...nothing, policyReviewed: true })).toBe('shown');
    expect(standingOf({ ...nothing, hidden: true })).toBe('hidden');
  });

  test('is over once the shop is running, hidden or not', () => {
    expect(standingOf({ policyReviewed: true, decided: true, hidden: false })).toBe('over');
    expect(standingOf({ policyReviewed: true, decided: true, hidden: true })).toBe('over');
  });

  test('ticks off what is done', () => {
    const done = (facts: typeof nothing, progress: typeof read) =>
      guideSteps.filter((step) => isStepDone(step, facts, progress));
    expect(done(nothing, { ordersLooked: 0, deliveriesWaiting: 0 })).toEqual([]);
    expect(done(nothing, { ordersLooked: 3, deliveriesWaiting: 1 })).toEqual([]);
    expect(done({ ...nothing, policyReviewed: true }, read)).toEqual(['policy', 'history']);
    expect(done({ ...nothing, decided: true }, read)).toEqual(['history', 'decision']);
  });
});
