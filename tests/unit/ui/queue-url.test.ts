import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parties } from '#app/domain/claim.ts';
import { dueWindows } from '#app/domain/due.ts';
import { confidences, queueSorts, queueTabs, type QueueQuery } from '#app/domain/queue.ts';
import { groundIds } from '#app/domain/scenarios/ground-ids.ts';
import { scenarioIds } from '#app/domain/scenarios/scenario.ts';
import {
  amountOf,
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
const amounts = nullOr(fc.integer({ min: 0, max: 1e6 }).map(String));
const bounds = fc
  .record({ currency: nullOr(fc.constantFrom('USD', 'JPY', 'KWD')), from: amounts, to: amounts })
  .map(({ currency, from, to }) => ({
    currency,
    from: amountOf(from ?? '', currency),
    to: amountOf(to ?? '', currency),
  }));
const others = fc.record({
  tab: fc.constantFrom(...queueTabs),
  scenario: nullOr(fc.constantFrom(...scenarioIds)),
  ground: nullOr(fc.constantFrom(...groundIds)),
  responsible: nullOr(fc.constantFrom(...parties)),
  country: nullOr(fc.constantFrom('US', 'DE', 'CN')),
  carrier: nullOr(fc.constantFrom('USPS', 'DHL eCommerce', '顺丰', 'a&b=c')),
  due: nullOr(fc.constantFrom(...dueWindows)),
  confidence: nullOr(fc.constantFrom(...confidences)),
  search: fc.string({ unit: 'grapheme', maxLength: 30 }).map(searchOf),
  sort: fc.constantFrom(...queueSorts),
  after: nullOr(fc.stringMatching(/^[\w-]{1,80}$/)),
  limit: fc.constant(rowsPerPage),
});
const queries: fc.Arbitrary<QueueQuery> = fc
  .tuple(others, bounds)
  .map(([query, amount]) => ({ ...query, ...amount }));

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
    'due=tomorrow',
    'confidence=1',
    'carrier=%00%20',
    'from=10&to=20',
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

describe('bounds of an amount', () => {
  test.each([
    ['12.5', 'USD', '12.50'],
    [' 12 ', 'JPY', '12'],
    ['0.125', 'KWD', '0.125'],
  ])('%s of %s are %s', (text, currency, expected) => {
    expect(amountOf(text, currency)).toBe(expected);
  });

  test.each([
    ['12.5', null],
    ['12.5', 'JPY'],
    ['12.345', 'USD'],
    ['12,50', 'USD'],
    ['-1', 'USD'],
    ['1e3', 'USD'],
    ['', 'USD'],
    ['9999999999999', 'USD'],
  ])('"%s" of %s are none', (text, currency) => {
    expect(amountOf(text, currency)).toBeNull();
  });

  test('are forgotten with their currency', () => {
    const dollars = queueQueryOf(new URLSearchParams('currency=USD&from=10&to=20'));
    expect(dollars).toMatchObject({ from: '10.00', to: '20.00' });
    expect(changedQuery(dollars, { currency: 'EUR' })).toMatchObject({ from: null, to: null });
    expect(changedQuery(dollars, { ground: 'lost' })).toMatchObject({ from: '10.00', to: '20.00' });
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
