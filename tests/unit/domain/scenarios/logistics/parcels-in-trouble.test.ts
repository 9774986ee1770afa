import { describe, expect, test } from 'vitest';
import { noSignals, type BuyerMessage, type ProblemReport } from '#app/domain/case-facts.ts';
import type { OrderFacts, ParcelFacts } from '#app/domain/order-facts.ts';
import { customsHold } from '#app/domain/scenarios/logistics/customs-hold.ts';
import { deliveredNotReceived } from '#app/domain/scenarios/logistics/delivered-not-received.ts';
import { deliveryFailed } from '#app/domain/scenarios/logistics/delivery-failed.ts';
import { returningToSender } from '#app/domain/scenarios/logistics/returning-to-sender.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { caseOf, claimsOf } from '#tests/support/case-facts.ts';
import { instant, line, order, parcel, scan, shipped, usd } from '#tests/support/order-facts.ts';

const start = instant('2026-03-10T12:00:00Z');
const later = (days: number) => addDays(start, days);
const justBefore = (at: Instant) => addDays(at, -0.00001);

type Scan = Partial<ParcelFacts['scans'][number]>;

/** Sent at `start` from China to the United States, with these scans, one a day. */
function way(scans: readonly Scan[], of: Partial<OrderFacts> = {}) {
  const one = parcel({
    createdAt: start,
    displayStatus: 'FULFILLED',
    scans: scans.map((changes, index) => scan({ happenedAt: later(index + 1), ...changes })),
  });
  return caseOf({ order: order({ ...shipped([one]), createdAt: start, ...of }) });
}

const cancelled = { cancelledAt: later(1) };
const attempt: Scan = { status: 'ATTEMPTED_DELIVERY' };
const refused: Scan = { status: 'consignee_refused', source: 'karrio' };
const returning: Scan = { status: 'RETURNING_TO_SENDER' };
const returned: Scan = { status: 'Exception_011', source: 'aftership' };
const held: Scan = { status: 'IN_TRANSIT', message: 'Held by customs' };

describe('a delivery that failed', () => {
  test('counts once the carrier had three days to try again', () => {
    expect(claimsOf(deliveryFailed, way([attempt]), justBefore(later(4)))).toEqual([]);
    expect(claimsOf(deliveryFailed, way([attempt]), later(4))[0]?.evidence[0].code).toBe(
      'delivery-failed',
    );
  });

  test('counts at once when it failed twice, or was refused', () => {
    const [twice] = claimsOf(deliveryFailed, way([attempt, attempt]), later(2));
    expect(twice?.evidence.map(({ code }) => code)).toContain('attempts');
    const [no] = claimsOf(deliveryFailed, way([refused]), later(1));
    expect(no).toMatchObject({ responsibility: { party: 'buyer' }, ask: 'buyer' });
    expect(no?.remedies[0]).toBe('refund-on-return');
  });

  test('is the buyer’s for a wrong address, the carrier’s for a failure without a reason', () => {
    const address: Scan = { status: 'consignee_incorrect_address', source: 'karrio' };
    expect(claimsOf(deliveryFailed, way([address]), later(9))[0]?.responsibility.party).toBe(
      'buyer',
    );
    const failure: Scan = { status: 'FAILURE' };
    expect(claimsOf(deliveryFailed, way([failure]), later(9))[0]).toMatchObject({
      responsibility: { party: 'carrier' },
      ask: 'carrier',
    });
  });

  test('is over when it went on, arrived, was cancelled', () => {
    expect(
      claimsOf(deliveryFailed, way([attempt, { status: 'OUT_FOR_DELIVERY' }]), later(9)),
    ).toEqual([]);
    expect(claimsOf(deliveryFailed, way([attempt, { status: 'DELIVERED' }]), later(9))).toEqual([]);
    expect(claimsOf(deliveryFailed, way([attempt], cancelled), later(9))).toEqual([]);
    expect(claimsOf(deliveryFailed, way([]), later(9))).toEqual([]);
  });
});

describe('a parcel on its way back', () => {
  test('is owed at once, and surer when it is back', () => {
    expect(claimsOf(returningToSender, way([returning]), justBefore(later(1)))).toEqual([]);
    const [going] = claimsOf(returningToSender, way([returning]), later(1));
    const [back] = claimsOf(returningToSender, way([returned]), later(1));
    expect(going?.stake.estimate).toEqual(usd('45.00'));
    expect(back?.probability.value).toBeGreaterThan(going?.probability.value ?? 1);
  });

  test('is blamed on what went wrong before', () => {
    const party = (...scans: readonly Scan[]) =>
      claimsOf(returningToSender, way(scans), later(9))[0]?.responsibility.party;
    expect(party({ status: 'IN_TRANSIT' }, returning)).toBe('carrier');
    expect(party(refused, returning)).toBe('buyer');
    expect(party(held, returning)).toBe('customs');
    expect(party({ status: 'READY_FOR_PICKUP' }, returning)).toBe('buyer');
    expect(party({ status: 'carrier_damaged_parcel', source: 'karrio' }, returning)).toBe(
      'carrier',
    );
  });

  test('is read from the carrier’s words, and said to be', () => {
    const text: Scan = { status: 'IN_TRANSIT', message: 'Parcel is being returned to sender' };
    expect(claimsOf(returningToSender, way([text]), later(1))[0]?.evidence[0].code).toContain(
      '-inferred',
    );
  });

  test('is no claim when it was delivered first, turned round again, or the order is cancelled', () => {
    expect(
      claimsOf(returningToSender, way([{ status: 'DELIVERED' }, returning]), later(9)),
    ).toEqual([]);
    expect(
      claimsOf(returningToSender, way([returning, { status: 'OUT_FOR_DELIVERY' }]), later(9)),
    ).toEqual([]);
    expect(claimsOf(returningToSender, way([returning], cancelled), later(9))).toEqual([]);
  });
});

describe('a parcel at customs', () => {
  test('counts after a week of being held, counted from the first day', () => {
    expect(claimsOf(customsHold, way([held, held]), justBefore(later(8)))).toEqual([]);
    expect(claimsOf(customsHold, way([held, held]), later(8))[0]?.responsibility.party).toBe(
      'customs',
    );
  });

  test('counts after two weeks when it was only presented', () => {
    const presented: Scan = { status: 'InTransit_CustomsProcessing', source: '17track' };
    const odd: Scan = { status: 'WARPED' };
    expect(claimsOf(customsHold, way([odd, presented, odd]), justBefore(later(16)))).toEqual([]);
    expect(claimsOf(customsHold, way([odd, presented, odd]), later(16))[0]?.evidence[0].code).toBe(
      'customs-stuck',
    );
  });

  test('counts at once when the goods may not enter', () => {
    const forbidden: Scan = { status: 'customs_prohibited', source: 'karrio' };
    const [claim] = claimsOf(customsHold, way([forbidden]), later(1));
    expect(claim?.evidence.map(({ code }) => code)).toContain('scan-reason');
    expect(claim?.probability.value).toBeGreaterThan(0.8);
  });

  test('is the buyer’s for unpaid duties, the seller’s when they were paid at checkout', () => {
    const unpaid: Scan = { status: 'customs_duties_unpaid', source: 'karrio' };
    expect(claimsOf(customsHold, way([unpaid]), later(9))[0]?.responsibility.party).toBe('buyer');
    const paid = { lines: [line({ unfulfilledQuantity: 0, duties: usd('4.00') })] };
    const [claim] = claimsOf(customsHold, way([unpaid], paid), later(9));
    expect(claim?.responsibility.party).toBe('seller');
    expect(claim?.stake).toMatchObject({ duties: usd('4.00'), estimate: usd('45.00') });
  });

  test('is over once it was cleared, arrived, or the order is cancelled', () => {
    const cleared: Scan = { status: 'InTransit_CustomsReleased', source: '17track' };
    expect(claimsOf(customsHold, way([held, cleared]), later(30))).toEqual([]);
    expect(claimsOf(customsHold, way([held, { status: 'DELIVERED' }]), later(30))).toEqual([]);
    expect(claimsOf(customsHold, way([held], cancelled), later(30))).toEqual([]);
    expect(claimsOf(customsHold, way([]), later(30))).toEqual([]);
  });
});

describe('a parcel that was delivered, and not received', () => {
  const delivered: Scan = { status: 'DELIVERED', country: 'US' };
  const report = (at: Instant, id = 'r1'): ProblemReport => ({
    ...{ reportId: id, at, problem: 'not-received', lines: [], photos: 0, intents: [] },
  });
  const message = (at: Instant): BuyerMessage => ({
    ...{ messageId: 'm1', at, intents: [{ intent: 'not-received', confidence: 0.9 }] },
  });
  const told = (
    scans: readonly Scan[],
    { reports = [], messages = [] }: { reports?: ProblemReport[]; messages?: BuyerMessage[] },
    of: Partial<OrderFacts> = {},
  ) => ({ ...way(scans, of), signals: { ...noSignals, reports, messages } });
  const p = (facts: ReturnType<typeof told>) =>
    claimsOf(deliveredNotReceived, facts, later(30))[0]?.probability.value ?? 0;

  test('counts from the moment at which the buyer tells it', () => {
    const facts = told([delivered], { reports: [report(later(3))] });
    expect(claimsOf(deliveredNotReceived, facts, justBefore(later(3)))).toEqual([]);
    expect(claimsOf(deliveredNotReceived, facts, later(3))[0]).toMatchObject({
      responsibility: { party: 'carrier' },
      ask: 'carrier',
    });
  });

  test('is no claim when nobody tells, or told before it came', () => {
    expect(claimsOf(deliveredNotReceived, way([delivered]), later(9))).toEqual([]);
    const before = told([{ status: 'IN_TRANSIT' }, delivered], { reports: [report(later(1))] });
    expect(claimsOf(deliveredNotReceived, before, later(9))).toEqual([]);
    const under = told([{ status: 'IN_TRANSIT' }], { reports: [report(later(3))] });
    expect(claimsOf(deliveredNotReceived, under, later(9))).toEqual([]);
    expect(p(told([delivered], { reports: [report(later(3))] }, cancelled))).toBe(0);
  });

  test('is surer when told twice or delivered in another country, less so when told late', () => {
    const once = p(told([delivered], { reports: [report(later(3))] }));
    expect(p(told([delivered], { messages: [message(later(3))] }))).toBeLessThan(once);
    expect(
      p(told([delivered], { reports: [report(later(3)), report(later(4), 'r2')] })),
    ).toBeGreaterThan(once);
    expect(
      p(told([{ ...delivered, country: 'MX' }], { reports: [report(later(3))] })),
    ).toBeGreaterThan(once);
    expect(p(told([delivered], { reports: [report(later(20))] }))).toBeLessThan(once);
    expect(p(told([{ ...delivered, country: null }], { reports: [report(later(3))] }))).toBe(once);
  });
});
