import { describe, expect, test } from 'vitest';
import { worldCalendar } from '#app/domain/calendar/world-calendar.ts';
import { addDays } from '#app/domain/time.ts';
import { instant } from '#tests/support/order-facts.ts';

describe('days on which parcels move', () => {
  test('are all days where nothing is known of holidays', () => {
    const start = instant('2026-12-20T08:30:00Z');
    expect(worldCalendar.daysLater(start, 10, [])).toBe(addDays(start, 10));
    // Nothing is known of Kuwait.
    expect(worldCalendar.daysLater(start, 10, ['KW'])).toBe(addDays(start, 10));
  });

  test('leave out holidays on weekdays of either end, once', () => {
    const start = instant('2026-12-22T08:30:00Z');
    // Christmas Day, a Friday; New Year's Day lies beyond.
    expect(worldCalendar.daysLater(start, 7, ['US'])).toBe(addDays(start, 8));
    expect(worldCalendar.daysLater(start, 7, ['US', 'DE'])).toBe(addDays(start, 8));
    expect(worldCalendar.daysLater(start, 12, ['US', 'DE'])).toBe(addDays(start, 14));
  });

  test('count a holiday before them as nothing, and one on the last day as one more', () => {
    expect(worldCalendar.daysLater(instant('2026-12-26T00:00:00Z'), 3, ['US'])).toBe(
      '2026-12-29T00:00:00.000Z',
    );
    expect(worldCalendar.daysLater(instant('2026-12-24T00:00:00Z'), 1, ['US'])).toBe(
      '2026-12-25T00:00:00.000Z',
    );
    expect(worldCalendar.daysLater(instant('2026-12-24T00:00:00Z'), 2, ['US'])).toBe(
      '2026-12-27T00:00:00.000Z',
    );
  });

  test('rest over the whole Chinese New Year', () => {
    const start = instant('2026-02-14T08:00:00Z');
    // 15 to 23 February are off; of these six are weekdays.
    expect(worldCalendar.daysLater(start, 7, ['CN'])).toBe(addDays(start, 13));
  });
});

describe('holidays', () => {
  test('of several days rest on each of them', () => {
    // Seollal 2026: Monday, 16, to Wednesday, 18 February. Chuseok: Thursday, 24, to Saturday, 26 September.
    expect(worldCalendar.workingDaysLater(instant('2026-02-13T10:00:00Z'), 3, 'KR')).toBe(
      '2026-02-23T10:00:00.000Z',
    );
    expect(worldCalendar.daysLater(instant('2026-02-16T00:00:00Z'), 1, ['KR'])).toBe(
      '2026-02-20T00:00:00.000Z',
    );
    expect(worldCalendar.workingDaysLater(instant('2026-09-23T10:00:00Z'), 1, 'KR')).toBe(
      '2026-09-28T10:00:00.000Z',
    );
    // The feast of Ramadan: three days and an afternoon in Turkey, the first of them a Friday.
    expect(worldCalendar.workingDaysLater(instant('2026-03-19T10:00:00Z'), 1, 'TR')).toBe(
      '2026-03-23T10:00:00.000Z',
    );
  });

  test('of an afternoon are days like any other', () => {
    // Christmas Eve 2026, a Thursday, is off from 13:00 in Iceland.
    expect(worldCalendar.workingDaysLater(instant('2026-12-23T10:00:00Z'), 1, 'IS')).toBe(
      '2026-12-24T10:00:00.000Z',
    );
  });

  test('of China are its feasts until the days off are announced', () => {
    // Chinese New Year 2040 is on Sunday, 12 February, and the Monday is off.
    const thursday = instant('2040-02-09T02:00:00Z');
    expect(worldCalendar.workingDaysLater(thursday, 1, 'CN')).toBe('2040-02-10T02:00:00.000Z');
    expect(worldCalendar.workingDaysLater(thursday, 2, 'CN')).toBe('2040-02-14T02:00:00.000Z');
    // Children's Day 2040, a Friday, is none for those who work.
    expect(worldCalendar.workingDaysLater(instant('2040-05-31T02:00:00Z'), 1, 'CN')).toBe(
      '2040-06-01T02:00:00.000Z',
    );
  });

  test('of days that no one has worked out are none', () => {
    const start = instant('9999-01-01T00:00:00Z');
    expect(worldCalendar.daysLater(start, 30, ['IR', 'CN'])).toBe(addDays(start, 30));
  });
});

describe('working days', () => {
  test('seven from the Wednesday before Thanksgiving', () => {
    const wednesday = instant('2026-11-25T12:00:00Z');
    expect(worldCalendar.workingDaysLater(wednesday, 7, 'US')).toBe('2026-12-07T12:00:00.000Z');
    expect(worldCalendar.workingDaysLater(wednesday, 7, 'GB')).toBe('2026-12-04T12:00:00.000Z');
    expect(worldCalendar.workingDaysLater(wednesday, 0, 'US')).toBe(wednesday);
  });

  test('in China include the weekends that are worked for a holiday', () => {
    // Saturday, 14 February 2026 is worked for the New Year.
    expect(worldCalendar.workingDaysLater(instant('2026-02-13T02:00:00Z'), 1, 'CN')).toBe(
      '2026-02-14T02:00:00.000Z',
    );
  });

  test('keep the weekend that the country keeps', () => {
    // 6 and 7 March 2026 are Friday and Saturday.
    expect(worldCalendar.workingDaysLater(instant('2026-03-05T10:00:00Z'), 1, 'SA')).toBe(
      '2026-03-08T10:00:00.000Z',
    );
    expect(worldCalendar.workingDaysLater(instant('2026-03-05T10:00:00Z'), 1, 'KW')).toBe(
      '2026-03-08T10:00:00.000Z',
    );
    expect(worldCalendar.workingDaysLater(instant('2026-03-05T10:00:00Z'), 1, 'DE')).toBe(
      '2026-03-06T10:00:00.000Z',
    );
  });
});

describe('the end of a day', () => {
  test('is forgotten in time, and worked out again', () => {
    const start = instant('2026-01-01T00:00:00Z');
    const minutes = Array.from({ length: 10_100 }, (_, minute) => addDays(start, minute / 1440));
    const ends = new Set(minutes.map((at) => worldCalendar.endOfDay(at, 'UTC')));
    expect(ends.size).toBe(8);
    expect(worldCalendar.endOfDay(start, 'UTC')).toBe('2026-01-02T00:00:00.000Z');
  });

  test.each([
    ['2026-03-10T09:00:00Z', 'UTC', '2026-03-11T00:00:00.000Z'],
    ['2026-03-10T23:30:00Z', 'Asia/Shanghai', '2026-03-11T16:00:00.000Z'],
    ['2026-03-10T18:20:00Z', 'Asia/Kolkata', '2026-03-10T18:30:00.000Z'],
    ['2026-03-10T18:40:00Z', 'Asia/Kolkata', '2026-03-11T18:30:00.000Z'],
    // The day on which the clocks go forward has 23 hours, the one on which they go back 25.
    ['2026-03-10T23:59:59.999Z', 'UTC', '2026-03-11T00:00:00.000Z'],
    ['2026-03-11T00:00:00Z', 'UTC', '2026-03-12T00:00:00.000Z'],
    ['2026-03-08T06:00:00Z', 'America/New_York', '2026-03-09T04:00:00.000Z'],
    ['2026-11-01T05:00:00Z', 'America/New_York', '2026-11-02T05:00:00.000Z'],
  ])('of %s in %s is %s', (at, zone, end) => {
    expect(worldCalendar.endOfDay(instant(at), zone)).toBe(end);
    expect(worldCalendar.endOfDay(instant(at), zone)).toBe(end);
  });
});
