import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clockAt } from '#app/domain/clock.ts';
import { addDays, earliest, type Instant } from '#app/domain/time.ts';
import { daysAgo, now } from '#tests/support/order-facts.ts';

describe('a clock', () => {
  test('never changes its mind when it was asked nothing', () => {
    expect(clockAt(now).nextChange()).toBeNull();
  });

  test('passes an instant at that very instant', () => {
    expect(clockAt(now).hasPassed(now)).toBe(true);
    expect(clockAt(addDays(now, -0.0001)).hasPassed(now)).toBe(false);
  });

  test('changes when the earliest of what it denied comes true', () => {
    const clock = clockAt(now);
    clock.hasPassed(addDays(now, 3));
    clock.hasPassed(addDays(now, 2));
    clock.hasPassed(daysAgo(1));
    expect(clock.nextChange()).toBe(addDays(now, 2));
  });

  test('counts whole days up to a limit, and not what is yet to come', () => {
    const clock = clockAt(now);
    expect(clock.daysSince(daysAgo(2.5), 10)).toBe(2);
    expect(clock.daysSince(addDays(now, 1), 10)).toBe(0);
    expect(clock.nextChange()).toBe(addDays(now, 0.5));
    const settled = clockAt(now);
    expect(settled.daysSince(daysAgo(12), 10)).toBe(10);
    expect(settled.nextChange()).toBeNull();
  });

  test('gives the same answers until it says that they change, and another one then', () => {
    const question = fc.record({
      days: fc.integer({ min: -40, max: 40 }),
      most: fc.integer({ min: 1, max: 30 }),
    });
    fc.assert(
      fc.property(
        fc.array(question),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (all, share) => {
          const answers = (at: Instant) => {
            const clock = clockAt(at);
            const given = all.map(({ days, most }) => [
              clock.hasPassed(addDays(now, days)),
              clock.daysSince(addDays(now, days), most),
            ]);
            return { given, next: clock.nextChange() };
          };
          const first = answers(now);
          const end = first.next ?? addDays(now, 500);
          const span = (Date.parse(end) - Date.parse(now)) / 86_400_000;
          expect(answers(addDays(now, span * share)).given).toEqual(first.given);
          if (earliest([first.next])) expect(answers(end).given).not.toEqual(first.given);
        },
      ),
    );
  });
});
