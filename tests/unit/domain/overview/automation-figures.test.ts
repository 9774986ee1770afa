import { describe, expect, test } from 'vitest';
import { automaticGrounds } from '#app/domain/policy/automatic-grounds.ts';
import { hasAutomation, modesOf, watchedOf } from '#app/domain/overview/automation-figures.ts';
import type { WatchedGround } from '#app/domain/overview/figures.ts';
import { sharedPolicy } from '#tests/support/case-facts.ts';
import { usd } from '#tests/support/order-facts.ts';

test('grounds that are paid and grounds that are watched are counted, others are not', () => {
  const { automatic } = sharedPolicy;
  expect(modesOf(automatic)).toEqual({ on: 0, watching: automaticGrounds.length });
  expect(modesOf({ ...automatic, lost: 'on', damaged: 'off' })).toEqual({
    on: 1,
    watching: automaticGrounds.length - 2,
  });
});

describe('what was watched', () => {
  const ground = (changes: Partial<WatchedGround>): WatchedGround => ({
    ...{ ground: 'lost', count: 0, agreed: 0, otherwise: 0, disagreed: 0 },
    ...changes,
  });

  test('of no ground is nothing', () => {
    expect(watchedOf([])).toEqual({ count: 0, decided: 0, agreed: 0 });
  });

  test('is the sum of its grounds; what nobody decided on is not compared', () => {
    const grounds = [
      ground({ count: 9, agreed: 4, otherwise: 2, disagreed: 1 }),
      ground({ ground: 'damaged', count: 3, agreed: 1 }),
    ];
    expect(watchedOf(grounds)).toEqual({ count: 12, decided: 8, agreed: 5 });
  });
});

describe('something happened in the time', () => {
  const nothing = { paid: [], undone: 0, stopped: 0, capped: 0, watched: [] };

  test('where anything was paid, kept from it, or watched', () => {
    expect(hasAutomation(nothing)).toBe(false);
    expect(hasAutomation({ ...nothing, paid: [{ count: 1, amount: usd('1.00') }] })).toBe(true);
    expect(hasAutomation({ ...nothing, undone: 1 })).toBe(true);
    expect(hasAutomation({ ...nothing, stopped: 1 })).toBe(true);
    expect(hasAutomation({ ...nothing, capped: 1 })).toBe(true);
  });
});
