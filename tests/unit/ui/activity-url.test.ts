import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { activityGroups, type ActivityQuery } from '#app/domain/activity.ts';
import { auditKinds } from '#app/domain/audit-event.ts';
import {
  activityQueryOf,
  activityUrl,
  changedActivity,
  dateOf,
  everyActivity,
  exportUrl,
  isActivityFiltered,
} from '#app/ui/activity-url.ts';
import { searchOf } from '#app/ui/queue-url.ts';

function readBack(query: ActivityQuery): ActivityQuery {
  return activityQueryOf(new URL(activityUrl(query), 'https://app').searchParams);
}

const nullOr = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const days = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const queries: fc.Arbitrary<ActivityQuery> = fc.record({
  kind: nullOr(fc.constantFrom(...activityGroups, ...auditKinds)),
  actor: nullOr(fc.constantFrom('system', 'people', 'staff:1', 'staff:9007199254740993')),
  from: nullOr(days),
  to: nullOr(days),
  search: fc.string({ unit: 'grapheme', maxLength: 30 }).map(searchOf),
  after: nullOr(fc.stringMatching(/^\d{1,13}-\d{1,18}$/)),
});

describe('the activity in a URL', () => {
  test('comes back as it went', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(readBack(query)).toEqual(query);
      }),
    );
  });

  test('is short when nothing is filtered', () => {
    expect(activityUrl(everyActivity)).toBe('/app/activity');
  });

  test('starts at the first page when a filter changes', () => {
    const second = { ...everyActivity, after: '1-2' };
    expect(changedActivity(second, { kind: 'refunds' })).toEqual({
      ...everyActivity,
      kind: 'refunds',
    });
  });

  test.each([
    'kind=moon',
    'kind=constructor',
    'kind=',
    'actor=staff:',
    'actor=nobody',
    "actor=staff:1'--",
    'from=2026-02-30',
    'from=2026-13-01',
    'from=yesterday',
    'to=0026-11-25',
    'to=2026-11-25T00:00',
    'search=%00%20',
    'after=1',
    'after=-1-1',
    'after=1-1;drop table audit_event',
    'after=99999999999999-1',
  ])('%s filters nothing', (text) => {
    expect(activityQueryOf(new URLSearchParams(text))).toEqual(everyActivity);
  });

  test('is read whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        expect(() => activityQueryOf(new URLSearchParams([[name, value]]))).not.toThrow();
      }),
    );
  });
});

test('another page is no filter', () => {
  expect(isActivityFiltered({ ...everyActivity, after: '1-2' })).toBe(false);
  expect(isActivityFiltered({ ...everyActivity, actor: 'people' })).toBe(true);
});

test('a file has all pages of the filters, in the reader’s language', () => {
  const second: ActivityQuery = { ...everyActivity, kind: 'refund-made', after: '1-2' };
  expect(exportUrl(second, 'zh-CN')).toBe('/app/activity/export.csv?kind=refund-made&locale=zh-CN');
});

test.each([
  ['2024-02-29', '2024-02-29'],
  ['2025-02-29', null],
  ['', null],
])('the day %s is read as %s', (text, date) => {
  expect(dateOf(text)).toBe(date);
});
