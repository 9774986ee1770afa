import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parties } from '#app/domain/claim.ts';
import { dueWindows } from '#app/domain/due.ts';
import { queueSorts, queueTabs, type QueueQuery } from '#app/domain/queue.ts';
import { groundIds } from '#app/domain/scenarios/ground-ids.ts';
import { scenarioIds } from '#app/domain/scenarios/scenario.ts';
import {
  changedQuery,
  isFiltered,
  queueQueryOf,
  queueUrl,
  rowsPerPage,
  searchOf,
  withoutFilters,
} from '#app/ui/queue-url.ts';

const usual = queueQueryOf(new URLSearchParams());

function readBack(query: QueueQuery): QueueQuery {
  return queueQueryOf(new URL(queueUrl(query), 'https://app').searchParams);
}

const nullOr = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: null });
const queries: fc.Arbitrary<QueueQuery> = fc.record({
  tab: fc.constantFrom(...queueTabs),
  scenario: nullOr(fc.constantFrom(...scenarioIds)),
  ground: nullOr(fc.constantFrom(...groundIds)),
  responsible: nullOr(fc.constantFrom(...parties)),
  country: nullOr(fc.constantFrom('US', 'DE', 'CN')),
  currency: nullOr(fc.constantFrom('USD', 'JPY')),
  due: nullOr(fc.constantFrom(...dueWindows)),
  search: fc.string({ unit: 'grapheme', maxLength: 30 }).map(searchOf),
  sort: fc.constantFrom(...queueSorts),
  after: nullOr(fc.stringMatching(/^[\w-]{1,80}$/)),
  limit: fc.constant(rowsPerPage),
});

describe('the queue in a URL', () => {
  test('comes back as it went', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(readBack(query)).toEqual(query);
      }),
    );
  });

  test('is short when everything is as usual', () => {
    expect(queueUrl(usual)).toBe('/app');
  });

  test('keeps every filter through paging', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(readBack({ ...query, after: 'next' })).toEqual({ ...query, after: 'next' });
      }),
    );
  });

  test('starts at the first page when a filter changes', () => {
    const second = { ...usual, after: 'cursor' };
    expect(changedQuery(second, { ground: 'late-arrival' })).toMatchObject({
      ground: 'late-arrival',
      after: null,
    });
  });

  test.each([
    'tab=zzz',
    'scenario=moon',
    'ground=constructor',
    'responsible=',
    'country=usa',
    'currency=$$$',
    "after=';drop table suggestion",
    'sort=random',
    'search=%00%20',
  ])('%s filters nothing', (text) => {
    expect(queueQueryOf(new URLSearchParams(text))).toEqual(usual);
  });

  test('is read whatever it says', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, value) => {
        expect(() => queueQueryOf(new URLSearchParams([[name, value]]))).not.toThrow();
      }),
    );
  });
});

test('clearing filters keeps tab and sort', () => {
  fc.assert(
    fc.property(queries, (query) => {
      const cleared = withoutFilters(query);
      expect(isFiltered(cleared)).toBe(false);
      expect(cleared).toMatchObject({ tab: query.tab, sort: query.sort, after: null });
    }),
  );
});
