import { describe, expect, test } from 'vitest';
import { caseAt } from '#app/domain/backtest/with-news.ts';
import { parseMoney } from '#app/domain/money.ts';
import { checkPolicy } from '#app/domain/policy/check-policy.ts';
import { addDays, dateAfter, type Instant } from '#app/domain/time.ts';
import { calledOff, calledOffByRule, ruleAct } from '../../../scripts/backtest/judge-olist.ts';
import {
  dayAfter,
  localInstant,
  pastOrderOf,
  type OlistOrder,
} from '../../../scripts/backtest/olist-order.ts';
import { policyOf } from '../../../scripts/backtest/policy-of.ts';
import { runOlist } from '../../../scripts/backtest/run-olist.ts';
import { tellOlist } from '../../../scripts/backtest/tell-olist.ts';

function local(text: string): Instant {
  const at = localInstant(text);
  if (!at) throw new Error(`no instant: ${text}`);
  return at;
}

/** Paid at once, promised for 20 days later, not handed over, and reviewed badly a day after that. */
function olist(day: string, changes: Partial<OlistOrder> = {}): OlistOrder {
  const purchasedAt = local(`${day} 10:00:00`);
  const promisedDay = dateAfter(day, 20);
  const promised = local(`${promisedDay} 00:00:00`);
  const actAt = dayAfter(promisedDay);
  return {
    id: day,
    status: 'processing',
    value: parseMoney('60.00', 'BRL'),
    weight: 1,
    review: { at: addDays(actAt, 1), stars: 1 },
    purchasedAt,
    approvedAt: purchasedAt,
    carrierAt: null,
    deliveredAt: null,
    shipBy: addDays(purchasedAt, 5),
    promised,
    actAt,
    ...changes,
  };
}

const day = '2018-03-01';
const late = olist(day);
const good = { at: addDays(late.actAt, 3), stars: 5 };

describe('an order of the set', () => {
  test('is told in Brazil’s own time', () => {
    expect(local('2018-03-01 00:00:00')).toBe('2018-03-01T03:00:00.000Z');
    expect(local('2018-01-01 00:00:00')).toBe('2018-01-01T02:00:00.000Z');
    expect(dayAfter('2018-03-01')).toBe('2018-03-02T03:00:00.000Z');
    expect(localInstant('')).toBeNull();
  });

  test('is known no better than it was at the moment of acting', () => {
    const deliveredAt = addDays(late.actAt, 1);
    const past = pastOrderOf(
      { ...late, status: 'delivered', carrierAt: addDays(late.actAt, -12), deliveredAt },
      calledOff,
    );
    const { order } = caseAt(past, late.actAt);
    expect(order.parcels).toMatchObject([{ inTransitAt: addDays(late.actAt, -12), scans: [] }]);
    expect(order.cancelledAt).toBeNull();
    expect(order.payment.paidAt).toBe(late.approvedAt);
    expect(caseAt(past, deliveredAt).order.parcels[0]?.scans).toHaveLength(1);
  });

  test('counts as cancelled from the first where its end says so, for want of an instant', () => {
    const off = pastOrderOf({ ...late, status: 'canceled' }, calledOff);
    expect(off.placed.order.cancelledAt).toBe(late.purchasedAt);
    const unavailable = { ...late, status: 'unavailable' };
    expect(pastOrderOf(unavailable, calledOff).placed.order.cancelledAt).toBeNull();
    expect(pastOrderOf(unavailable, calledOffByRule).placed.order.cancelledAt).not.toBeNull();
  });

  test('is acted on by the plain rule when it is neither there nor cancelled', () => {
    expect(ruleAct(late, calledOffByRule)).toEqual({ at: late.actAt });
    expect(ruleAct({ ...late, deliveredAt: addDays(late.actAt, -1) }, calledOffByRule)).toBeNull();
    expect(ruleAct({ ...late, deliveredAt: addDays(late.actAt, 1) }, calledOffByRule)).toEqual({
      at: late.actAt,
    });
    expect(ruleAct({ ...late, status: 'unavailable' }, calledOffByRule)).toBeNull();
  });
});

describe('the policy of the set', () => {
  test('takes no silence for a sign, unless it was given rules of its own', () => {
    const rules = (given: unknown) => {
      const checked = checkPolicy(policyOf(given));
      return checked.outcome === 'valid' ? checked.policy.lanes.rules.length : checked.problems;
    };
    expect(rules({})).toBe(1);
    expect(rules({ lanes: { peakExtraDays: 5 } })).toBe(1);
    expect(rules({ lanes: { rules: [] } })).toBe(0);
    expect(rules([])).toMatchObject([{ code: 'not-a-section' }]);
    expect(rules({ lanes: 3 })).toMatchObject([{ path: 'lanes' }]);
  });
});

describe('a run over the set', () => {
  /** Twelve a year: never handed over, and handed over lately, of which the half comes on the next day and is liked. */
  const year = (name: string) =>
    Array.from({ length: 12 }, (_, month): readonly OlistOrder[] => {
      const first = `${name}-${String(month + 1).padStart(2, '0')}-02`;
      const plain = olist(first);
      const carrierAt = addDays(plain.actAt, -9);
      return [
        plain,
        { ...plain, carrierAt, status: 'shipped' },
        {
          ...plain,
          carrierAt,
          status: 'delivered',
          deliveredAt: addDays(plain.actAt, 0.5),
          review: { ...good, at: addDays(plain.actAt, 3) },
        },
        {
          ...plain,
          carrierAt: addDays(plain.actAt, -15),
          status: 'delivered',
          deliveredAt: addDays(plain.actAt, -7),
          review: { at: addDays(plain.actAt, -6), stars: 4 },
        },
      ];
    }).flat();
  const checked = checkPolicy(policyOf({}));
  if (checked.outcome === 'invalid') throw new Error('the policy of the set is none');
  const { policy } = checked;
  const set = {
    orders: [...year('2016'), ...year('2017'), { ...late, review: null }],
    until: local('2018-12-31 00:00:00'),
    sellers: 3,
  };
  const run = { policy, fixed: false, weighted: false, split: '2017-01-15' };
  const report = runOlist(set, run);

  test('chooses on the earlier orders and scores the later ones', () => {
    expect(report.read).toMatchObject({ orders: 97, scored: 96 });
    expect(report.dates.earlier.orders + report.dates.later.orders).toBe(96);
    expect(report.dates.earlier.to && report.dates.earlier.to < '2017-01-15').toBe(true);
    expect(report.dates.later.from && report.dates.later.from >= '2017-01-15').toBe(true);
    // Handed over nine days before: the first figure that gives these a day more.
    expect(report.choice?.chosenDays).toBe(10);
  });

  test('finds that it waits for what comes tomorrow, and that the plain rule does not', () => {
    const { rule, suggested, suggestedAgainstRule } = report.later.byReview;
    expect(rule.precision.share).toBeCloseTo(2 / 3);
    expect(suggested.precision.share).toBe(1);
    expect(suggested.recall.share).toBe(rule.recall.share);
    expect(suggestedAgainstRule.precision.low).toBeGreaterThan(0);
  });

  test('leaves the policy as it is given, and scores orders with a weight by their weight', () => {
    const orders = set.orders.map((order, place) => ({ ...order, weight: place < 48 ? 2 : null }));
    const given = runOlist(
      { ...set, orders },
      { ...run, fixed: true, weighted: true, split: null },
    );
    expect(given.choice).toBeNull();
    expect(given.read.scored).toBe(48);
  });

  test('is told in lines, with the dates and what was chosen', () => {
    const lines = tellOlist(report);
    expect(lines.find((line) => line.startsWith('earlier:'))).toContain('2017-01');
    expect(lines.filter((line) => line.endsWith('chosen'))).toHaveLength(1);
    expect(lines.filter((line) => /^ {2}suggested /.test(line))).toHaveLength(4);
    expect(lines.join('\n')).not.toMatch(/undefined|NaN/);
  });
});
