import { describe, expect, test } from 'vitest';
import type { Suggestion } from '#app/domain/suggestion.ts';
import { addSeconds } from '#app/domain/time.ts';
import { placeAgain, placeFirst, placeOne, unlistedToRead } from '#app/ui/placed-rows.ts';
import { now } from '#tests/support/order-facts.ts';
import { suggestion } from '#tests/support/suggestion.ts';

const later = addSeconds(now, 1);
const [a, b, c] = ['a', 'b', 'c'].map((id) => suggestion({ id: id as Suggestion['id'] }));
if (!a || !b || !c) throw new Error('three suggestions');
const approved: Suggestion = { ...a, state: 'approved', holdUntil: addSeconds(now, 10) };

function idsOf(placed: ReturnType<typeof placeFirst>): string {
  return placed.map((seen) => seen.suggestion.id).join('');
}

describe('rows on a page', () => {
  test('keep their places whatever order the server has them in', () => {
    const placed = placeAgain(placeFirst([a, b, c], now), [c, a, b], later);
    expect(idsOf(placed)).toBe('abc');
  });

  test('that are new come below', () => {
    expect(idsOf(placeAgain(placeFirst([b, c], now), [a, b, c], later))).toBe('bca');
  });

  test('that left the list stay, and are asked for', () => {
    const placed = placeAgain(placeFirst([a, b], now), [b], later);
    expect(idsOf(placed)).toBe('ab');
    expect(unlistedToRead(placed)).toEqual([a]);
  });

  test('that came to their end are not asked for any more', () => {
    const left = placeAgain(placeFirst([a, b], now), [b], later);
    expect(unlistedToRead(placeOne(left, { ...a, state: 'withdrawn' }, later))).toEqual([]);
  });

  test('show what is newer, whichever answer came first', () => {
    const clicked = placeOne(placeFirst([a], now), approved, later);
    const [seen] = placeAgain(clicked, [a], now);
    expect(seen?.suggestion.state).toBe('approved');
    const [afterwards] = placeAgain(clicked, [a], addSeconds(later, 1));
    expect(afterwards?.suggestion.state).toBe('open');
  });

  test('are the same objects while nothing is new, so that nothing is rendered', () => {
    const [seen] = placeAgain(placeFirst([a], now), [structuredClone(a)], later);
    expect(seen?.suggestion).toBe(a);
  });
});
