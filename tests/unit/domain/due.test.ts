import { expect, test } from 'vitest';
import { boundsOf, dueWindows, type DueWindow } from '#app/domain/due.ts';
import { addDays, addSeconds, type Instant } from '#app/domain/time.ts';
import { now } from '#tests/support/order-facts.ts';

function windowsOf(at: Instant | null): readonly DueWindow[] {
  return dueWindows.filter((window) => {
    const bounds = boundsOf(window, now);
    if (at === null || bounds === null) return at === null && bounds === null;
    const { after, until } = bounds;
    return (after === null || at > after) && (until === null || at <= until);
  });
}

test.each<[Instant | null, DueWindow]>([
  [null, 'no-deadline'],
  [addDays(now, -400), 'overdue'],
  [now, 'overdue'],
  [addSeconds(now, 1), 'within-day'],
  [addDays(now, 1), 'within-day'],
  [addSeconds(addDays(now, 1), 1), 'within-3-days'],
  [addDays(now, 3), 'within-3-days'],
  [addDays(now, 7), 'within-7-days'],
  [addSeconds(addDays(now, 7), 1), 'later'],
])('%s is due in one window: %s', (at, window) => {
  expect(windowsOf(at)).toEqual([window]);
});
