import { expect, test } from 'vitest';
import { morningOf } from '#app/domain/calendar/morning-of.ts';

test.each([
  ['2026-11-26', 'UTC', '2026-11-26T08:00:00.000Z'],
  ['2026-11-26', 'Asia/Shanghai', '2026-11-26T00:00:00.000Z'],
  ['2026-11-26', 'America/New_York', '2026-11-26T13:00:00.000Z'],
  // The clocks were put back that night, and forward that.
  ['2026-11-01', 'America/New_York', '2026-11-01T13:00:00.000Z'],
  ['2026-03-29', 'Europe/Berlin', '2026-03-29T06:00:00.000Z'],
])('on %s in %s it is morning at %s', (date, timeZone, expected) => {
  expect(morningOf(date, timeZone)).toBe(expected);
});
