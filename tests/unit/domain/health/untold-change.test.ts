import { describe, expect, test } from 'vitest';
import { isUntold, toldWithinMinutes } from '#app/domain/health/untold-change.ts';
import { addSeconds } from '#app/domain/time.ts';
import { daysAgo, now, order } from '#tests/support/order-facts.ts';

describe('a change goes untold', () => {
  const before = { facts: order({ updatedAt: daysAgo(6) }), readAt: daysAgo(3) };
  const read = {
    ...{ before, wasTold: false, readAt: now },
    facts: order({ updatedAt: daysAgo(1) }),
  };

  test('where a read shows one since the last read, and no notification came', () => {
    expect(isUntold(read)).toBe(true);
  });

  test('not where a notification came', () => {
    expect(isUntold({ ...read, wasTold: true })).toBe(false);
  });

  test('not where nothing was known before', () => {
    expect(isUntold({ ...read, before: null })).toBe(false);
  });

  test('not where nothing changed, or before the last read', () => {
    const unchanged = { ...before, facts: read.facts };
    expect(isUntold({ ...read, before: unchanged })).toBe(false);
    expect(isUntold({ ...read, facts: order({ updatedAt: daysAgo(4) }) })).toBe(false);
  });

  test('not while a notification may be under way', () => {
    const ago = (seconds: number) => ({
      ...read,
      facts: order({ updatedAt: addSeconds(now, -seconds) }),
    });
    expect(isUntold(ago(toldWithinMinutes * 60 - 1))).toBe(false);
    expect(isUntold(ago(toldWithinMinutes * 60))).toBe(true);
  });
});
