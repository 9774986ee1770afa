import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { News, PastOrder } from '#app/domain/backtest/past-order.ts';
import { replay } from '#app/domain/backtest/replay.ts';
import { caseAt } from '#app/domain/backtest/with-news.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import { addDays, addSeconds, type Instant } from '#app/domain/time.ts';
import { makeCohort } from '#tests/support/cohort/make-cohort.ts';

const cohort = makeCohort({ seed: 4711, size: 80 });
const orders = cohort.orders.map(({ past }) => past);
const { until } = cohort;

function verdictsOf(past: PastOrder, upTo: Instant) {
  const span = { from: past.placed.order.createdAt, until: upTo };
  return replay(past, defaultPolicy, span).looks;
}

/** News of another order, as if they were of this one. */
function asOf(news: News, past: PastOrder, knownAt: Instant): News {
  const parcel = past.news.find((one) => one.kind === 'parcel');
  return news.kind === 'scan' && parcel?.kind === 'parcel'
    ? { ...news, knownAt, fulfillmentId: parcel.parcel.fulfillmentId }
    : { ...news, knownAt };
}

/** A hundred replays of other pasts, on a machine with much else to do. */
const enough = 30_000;

describe('a replay', () => {
  test(
    'does not peek: changing any later fact changes no earlier verdict',
    () => {
      fc.assert(
        fc.property(
          fc.constantFrom(...orders),
          fc.constantFrom(...orders),
          fc.double({ min: 0, max: 90, noNaN: true }),
          fc.double({ min: 0, max: 60, noNaN: true }),
          fc.subarray([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]),
          (past, other, cutDays, laterDays, kept) => {
            const cut = addDays(past.placed.order.createdAt, cutDays);
            const known = past.news.filter(({ knownAt }) => knownAt <= cut);
            const after = past.news.filter(({ knownAt }) => knownAt > cut);
            const later = addSeconds(addDays(cut, laterDays), 1);
            const changed = [
              ...after.filter((_, place) => kept.includes(place)),
              ...other.news.map((news) => asOf(news, past, later)),
            ].sort((a, b) => (a.knownAt < b.knownAt ? -1 : 1));
            const another = { ...past, news: [...known, ...changed] };
            expect(verdictsOf(another, cut)).toEqual(verdictsOf(past, cut));
          },
        ),
        { numRuns: 100 },
      );
    },
    enough,
  );

  test('counts what happened from when it was known', () => {
    const toldLate = orders.flatMap((past) =>
      past.news.flatMap((news) =>
        news.kind === 'scan' && news.knownAt > addDays(news.scan.happenedAt, 0.02)
          ? [{ past, ...news }]
          : [],
      ),
    );
    const [late] = toldLate;
    if (!late) throw new Error('no scan is told late');
    const scansAt = (at: Instant) =>
      caseAt(late.past, at).order.parcels.flatMap(({ scans: all }) => all);
    expect(scansAt(addSeconds(late.knownAt, -1))).not.toContainEqual(late.scan);
    expect(scansAt(late.knownAt)).toContainEqual(late.scan);
  });

  test('opens a suggestion once, and lets it go when the parcel comes', () => {
    const told = orders.flatMap(
      (past) =>
        replay(past, defaultPolicy, { from: past.placed.order.createdAt, until }).suggestions,
    );
    expect(new Set(told.map(({ gone }) => gone?.because))).toEqual(
      new Set(['delivered', 'refunded-elsewhere', 'disputed', undefined]),
    );
    for (const { opened, paying, gone } of told) {
      if (paying) expect(paying.at >= opened.at).toBe(true);
      if (gone) expect(gone.at > opened.at).toBe(true);
    }
  });
});
