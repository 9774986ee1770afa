import { describe, expect, test } from 'vitest';
import { noSignals, type CarrierVerdict, type ProblemReport } from '#app/domain/case-facts.ts';
import type { OrderFacts, ParcelFacts } from '#app/domain/order-facts.ts';
import { lateArrival } from '#app/domain/scenarios/logistics/late-arrival.ts';
import { lost } from '#app/domain/scenarios/logistics/lost.ts';
import { neverScanned } from '#app/domain/scenarios/logistics/never-scanned.ts';
import { silentParcel } from '#app/domain/scenarios/logistics/silent-parcel.ts';
import { addDays, type Instant } from '#app/domain/time.ts';
import { caseOf, claimsOf, findingsOf } from '#tests/support/case-facts.ts';
import {
  dispatch,
  instant,
  order,
  parcel,
  parcelId,
  scan,
  shipped,
  usd,
} from '#tests/support/order-facts.ts';

/** At noon of a day without holidays or peak around it. */
const start = instant('2026-03-10T12:00:00Z');
const later = (days: number) => addDays(start, days);
const justBefore = (at: Instant) => addDays(at, -0.00001);

/** Sent at `start`, from China to the United States unless said otherwise. */
function sent(changes: Partial<ParcelFacts> = {}, of: Partial<OrderFacts> = {}) {
  const one = parcel({
    createdAt: start,
    updatedAt: start,
    displayStatus: 'FULFILLED',
    ...changes,
  });
  return caseOf({ order: order({ ...shipped([one]), createdAt: start, ...of }) });
}

const home = { originCountry: 'US' };
const scanned = (days: number, changes: Partial<ParcelFacts['scans'][number]> = {}) => ({
  scans: [scan({ happenedAt: later(days), ...changes })],
});

function told(at: Instant, problem: ProblemReport['problem'] = 'not-received') {
  return {
    ...noSignals,
    reports: [{ reportId: 'r1', at, problem, lines: [], photos: 0, intents: [] }],
  };
}

function answered(at: Instant, verdict: CarrierVerdict) {
  return { ...noSignals, carrierAnswers: [{ fulfillmentId: parcelId, at, verdict }] };
}

describe('a parcel that no carrier ever saw', () => {
  test('is owed from the fifth day at home, from the seventh across a border', () => {
    expect(claimsOf(neverScanned, sent(home), justBefore(later(5)))).toEqual([]);
    expect(claimsOf(neverScanned, sent(home), later(5))).toHaveLength(1);
    expect(claimsOf(neverScanned, sent(), justBefore(later(7)))).toEqual([]);
    expect(claimsOf(neverScanned, sent(), later(7))[0]).toMatchObject({
      fulfillmentId: parcelId,
      responsibility: { party: 'supplier' },
      stake: { estimate: usd('45.00') },
      ask: 'carrier',
    });
  });

  test('is nobody’s claim once it was seen, delivered, cancelled or counts as lost', () => {
    expect(claimsOf(neverScanned, sent({ ...home, ...scanned(1) }), later(20))).toEqual([]);
    expect(claimsOf(neverScanned, sent({ deliveredAt: later(6) }), later(20))).toEqual([]);
    expect(claimsOf(neverScanned, sent({}, { cancelledAt: later(1) }), later(20))).toEqual([]);
    expect(claimsOf(neverScanned, sent(home), later(31))).toEqual([]);
  });

  test('is no claim for a label that the seller made, however often he says so', () => {
    const label = scanned(1, { status: 'LABEL_PRINTED' });
    expect(claimsOf(neverScanned, sent({ ...home, ...label }), later(6))).toHaveLength(1);
  });

  test('cannot be told without a number, unless the buyer says that nothing came', () => {
    const unnumbered = sent({ ...home, trackingNumbers: [] });
    expect(findingsOf(neverScanned, unnumbered, later(9))).toEqual([
      { finding: 'cannot-tell', missing: 'tracking-number' },
    ]);
    const [claim] = claimsOf(neverScanned, { ...unnumbered, signals: told(later(8)) }, later(9));
    expect(claim?.evidence.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['never-scanned', 'buyer-told', 'no-tracking-number']),
    );
  });
});

describe('a parcel that fell silent', () => {
  test('is owed from the seventh silent day at home, from the twentieth across a border', () => {
    const at = (facts: ReturnType<typeof sent>, day: Instant) =>
      claimsOf(silentParcel, facts, day).length;
    expect(at(sent({ ...home, ...scanned(2) }), justBefore(later(9)))).toBe(0);
    expect(at(sent({ ...home, ...scanned(2) }), later(9))).toBe(1);
    expect(at(sent(scanned(2)), justBefore(later(22)))).toBe(0);
    expect(at(sent(scanned(2)), later(22))).toBe(1);
  });

  test('names the last scan, the limit, the lane and the parcel', () => {
    const [claim] = claimsOf(silentParcel, sent(scanned(2, { country: 'CN' })), later(30));
    expect(claim?.evidence.map(({ code }) => code)).toEqual([
      'last-scan',
      'silence-limit',
      'lane-default',
      'lane-cross-border',
      'carrier',
    ]);
    expect(claim?.responsibility.party).toBe('carrier');
    expect(claim?.deadlines.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['card-dispute-earliest', 'card-dispute-latest']),
    );
  });

  test('is given more time in the peak season, and says so', () => {
    const peak = instant('2026-12-01T12:00:00Z');
    const one = { ...home, createdAt: peak, scans: [scan({ happenedAt: peak })] };
    expect(claimsOf(silentParcel, sent(one), addDays(peak, 16.9))).toEqual([]);
    const [claim] = claimsOf(silentParcel, sent(one), addDays(peak, 25));
    expect(claim?.evidence.map(({ code }) => code)).toContain('extra-days');
  });

  test.each([
    ['waits for its buyer', { status: 'READY_FOR_PICKUP' }],
    ['could not be handed over', { status: 'ATTEMPTED_DELIVERY' }],
    ['is held by customs', { status: 'IN_TRANSIT', message: 'Held by customs' }],
    ['goes back', { status: 'IN_TRANSIT', message: 'Returning to sender' }],
  ])('is another ground’s when it %s', (_, state) => {
    expect(claimsOf(silentParcel, sent({ ...home, ...scanned(2, state) }), later(15))).toEqual([]);
  });

  test('is no claim when it was cancelled, delivered, or never seen', () => {
    const silent = { ...home, ...scanned(2) };
    expect(claimsOf(silentParcel, sent(silent, { cancelledAt: later(3) }), later(15))).toEqual([]);
    expect(claimsOf(silentParcel, sent({ ...silent, deliveredAt: later(4) }), later(15))).toEqual(
      [],
    );
    expect(claimsOf(silentParcel, sent(home), later(15))).toEqual([]);
    expect(claimsOf(silentParcel, sent({ ...silent, status: 'CANCELLED' }), later(15))).toEqual([]);
  });

  test('is less sure when its scans contradict each other, and says so', () => {
    const contradicts = [
      scan({ status: 'DELIVERED', happenedAt: later(1) }),
      scan({ happenedAt: later(2) }),
    ];
    const [clear] = claimsOf(silentParcel, sent({ ...home, ...scanned(2) }), later(12));
    const [unclear] = claimsOf(silentParcel, sent({ ...home, scans: contradicts }), later(12));
    expect(unclear?.probability.value).toBeLessThan(clear?.probability.value ?? 0);
    expect(unclear?.evidence.map(({ code }) => code)).toContain('scans-contradict');
  });

  test('does not ask a carrier again who is searching already', () => {
    const silent = sent({ ...home, ...scanned(2) });
    const searching = {
      ...noSignals,
      carrierAnswers: [
        { fulfillmentId: parcelId, at: later(10), verdict: 'denied' as const },
        { fulfillmentId: parcelId, at: later(11), verdict: 'searching' as const },
        { fulfillmentId: parcelId, at: later(9), verdict: 'denied' as const },
      ],
    };
    const [claim] = claimsOf(silentParcel, { ...silent, signals: searching }, later(12));
    expect(claim?.ask).toBeNull();
    expect(claim?.evidence.map(({ code }) => code)).toContain('carrier-answered');
  });
});

describe('a lost parcel', () => {
  test('is lost when the carrier says so, in a status, in words, or in his answer', () => {
    const byStatus = sent({
      ...home,
      ...scanned(3, { status: 'carrier_parcel_lost', source: 'karrio' }),
    });
    expect(claimsOf(lost, byStatus, later(4))[0]?.evidence[0].code).toBe('carrier-says-lost');
    const byText = sent({
      ...home,
      ...scanned(3, { status: 'FAILURE', message: 'Parcel is lost' }),
    });
    expect(claimsOf(lost, byText, later(4))[0]?.evidence[0].code).toBe(
      'carrier-says-lost-inferred',
    );
    const byAnswer = { ...sent({ ...home, ...scanned(3) }), signals: answered(later(4), 'lost') };
    expect(claimsOf(lost, byAnswer, justBefore(later(4)))).toEqual([]);
    expect(claimsOf(lost, byAnswer, later(4))[0]).toMatchObject({
      responsibility: { party: 'carrier' },
      ask: null,
    });
  });

  test('is not lost any more once it was found', () => {
    const scans = [
      scan({ status: 'carrier_parcel_lost', source: 'karrio', happenedAt: later(3) }),
      scan({ happenedAt: later(4) }),
    ];
    expect(claimsOf(lost, sent({ ...home, scans }), later(5))).toEqual([]);
  });

  test('is taken for lost thirty days after the label at home, sixty across a border', () => {
    expect(claimsOf(lost, sent({ ...home, ...scanned(2) }), justBefore(later(30)))).toEqual([]);
    expect(claimsOf(lost, sent({ ...home, ...scanned(2) }), later(30))).toHaveLength(1);
    expect(claimsOf(lost, sent(scanned(2)), later(59))).toEqual([]);
    expect(claimsOf(lost, sent(scanned(2)), later(64))).toHaveLength(1);
    expect(claimsOf(lost, sent(home), later(30))[0]?.responsibility.party).toBe('supplier');
  });

  test('is not lost while it is still seen', () => {
    const seen = sent({ ...home, ...scanned(28) });
    expect(claimsOf(lost, seen, later(31))).toEqual([]);
    expect(claimsOf(lost, seen, later(35))).toHaveLength(1);
  });

  test('is not lost when it waits for its buyer, came, was cancelled, or has no number', () => {
    const waits = scanned(2, { status: 'READY_FOR_PICKUP' });
    expect(claimsOf(lost, sent({ ...home, ...waits }), later(40))).toEqual([]);
    expect(claimsOf(lost, sent({ ...home, deliveredAt: later(3) }), later(40))).toEqual([]);
    expect(claimsOf(lost, sent(home, { cancelledAt: later(3) }), later(40))).toEqual([]);
    expect(claimsOf(lost, sent({ ...home, trackingNumbers: [] }), later(40))).toEqual([]);
  });
});

describe('a parcel that is late', () => {
  const promised = instant('2026-03-20T09:00:00Z');
  const over = instant('2026-03-21T00:00:00Z');
  const late = (changes: Partial<ParcelFacts> = {}, of: Partial<OrderFacts> = {}) =>
    sent({ ...home, estimatedDeliveryAt: promised, ...changes }, of);

  test('is late from the first instant after the promised day, where the shop is', () => {
    expect(claimsOf(lateArrival, late(), justBefore(over))).toEqual([]);
    expect(claimsOf(lateArrival, late(), over)).toHaveLength(1);
    const inChina = {
      ...late(),
      shop: { country: 'CN', timeZone: 'Asia/Shanghai', heardFrom: {} },
    };
    const there = instant('2026-03-20T16:00:00Z');
    expect(claimsOf(lateArrival, inChina, justBefore(there))).toEqual([]);
    expect(claimsOf(lateArrival, inChina, there)).toHaveLength(1);
  });

  test('is forgiven a day across a border', () => {
    expect(
      claimsOf(lateArrival, late({ originCountry: 'CN' }), justBefore(addDays(over, 1))),
    ).toEqual([]);
    expect(claimsOf(lateArrival, late({ originCountry: 'CN' }), addDays(over, 1))).toHaveLength(1);
  });

  test('is forgiven a day at home when the carrier got it less than 15 days before', () => {
    const handedOver = (days: number, settings = {}) =>
      claimsOf(
        lateArrival,
        late({
          createdAt: addDays(over, -20),
          scans: [scan({ happenedAt: addDays(over, -days) })],
        }),
        justBefore(addDays(over, 1)),
        { settings },
      );
    expect(handedOver(14)).toEqual([]);
    expect(handedOver(15)).toHaveLength(1);
    expect(handedOver(14, { latelyGraceDays: 0 })).toHaveLength(1);
    expect(handedOver(14, { handedOverLatelyDays: 10 })).toHaveLength(1);
  });

  test('is late by what the buyer was told, not by what the carrier guesses', () => {
    const toBuyer = { dispatches: [dispatch({ promisedBy: instant('2026-03-25T09:00:00Z') })] };
    expect(claimsOf(lateArrival, late({}, toBuyer), addDays(over, 2))).toEqual([]);
    expect(claimsOf(lateArrival, late({}, toBuyer), addDays(over, 5))).toHaveLength(1);
  });

  test('has no promise to break when none was made', () => {
    const none = late({ estimatedDeliveryAt: null });
    expect(findingsOf(lateArrival, none, later(30))).toEqual([
      { finding: 'cannot-tell', missing: 'promise' },
    ]);
    const came = late({ estimatedDeliveryAt: null, deliveredAt: later(3) });
    expect(findingsOf(lateArrival, came, later(30))).toEqual([]);
  });

  test('is less surely owed while it still moves', () => {
    const p = (...scans: readonly number[]) =>
      claimsOf(
        lateArrival,
        late({ scans: scans.map((days) => scan({ happenedAt: later(days) })) }),
        addDays(over, 2),
      )[0]?.probability.value ?? 0;
    expect(p(1, 11)).toBeLessThan(p(1, 8));
  });

  test('is less surely owed the later it was handed over, and surest when it never was', () => {
    // Two days after the promised day of an order that took ten: over at 10.5, judged at 12.5.
    const p = (handedOver: number | null, at = addDays(over, 2)) =>
      claimsOf(
        lateArrival,
        late(handedOver === null ? {} : { scans: [scan({ happenedAt: later(handedOver) })] }),
        at,
      )[0]?.probability.value ?? 0;
    expect(p(9)).toBeLessThan(p(5));
    expect(p(5)).toBeLessThan(p(1));
    expect(p(1)).toBeLessThan(p(1, addDays(over, 11)));
    expect(p(1, addDays(over, 11))).toBeLessThan(p(null, addDays(over, 11)));
  });

  test('is the supplier’s when nobody ever saw it', () => {
    expect(claimsOf(lateArrival, late(), over)[0]?.responsibility.party).toBe('supplier');
    const seen = late({ scans: [scan({ happenedAt: addDays(over, -2) })] });
    expect(claimsOf(lateArrival, seen, addDays(over, 1))[0]?.responsibility.party).toBe('carrier');
  });

  test('is not merely late once it is lost, goes back, or the order is cancelled', () => {
    expect(claimsOf(lateArrival, late(), later(40))).toEqual([]);
    const back = {
      scans: [scan({ status: 'return_to_sender', source: 'karrio', happenedAt: later(8) })],
    };
    expect(claimsOf(lateArrival, late(back), later(15))).toEqual([]);
    expect(claimsOf(lateArrival, late({}, { cancelledAt: later(1) }), later(15))).toEqual([]);
  });

  test('is owed its shipping when it came late, for two weeks', () => {
    const came = late({ deliveredAt: addDays(over, 2) });
    expect(claimsOf(lateArrival, came, addDays(over, 3))[0]).toMatchObject({
      stake: { estimate: usd('5.00') },
      remedies: ['refund-shipping'],
      deadlines: [],
    });
    expect(claimsOf(lateArrival, came, justBefore(addDays(over, 16)))).toHaveLength(1);
    expect(claimsOf(lateArrival, came, addDays(over, 16))).toEqual([]);
    const inTime = late({ deliveredAt: promised });
    expect(claimsOf(lateArrival, inTime, addDays(over, 3))).toEqual([]);
    const free = { shipping: { price: usd('0'), refunded: usd('0'), service: null } };
    expect(
      claimsOf(lateArrival, late({ deliveredAt: addDays(over, 2) }, free), addDays(over, 3)),
    ).toEqual([]);
  });

  test('is surer owed when the buyer asks for it', () => {
    const [quiet] = claimsOf(lateArrival, late(), over);
    const [asked] = claimsOf(lateArrival, { ...late(), signals: told(later(9), 'late') }, over);
    expect(asked?.probability.value).toBeGreaterThan(quiet?.probability.value ?? 1);
  });

  test('is less sure on an unknown way', () => {
    const [claim] = claimsOf(lateArrival, late({ originCountry: null }), addDays(over, 1));
    expect(claim?.probability.parts.map(({ code }) => code)).toContain('lane');
  });
});

test('an unpaid order has no bank clock', () => {
  const unpaid = { payment: { ...order().payment, paidAt: null } };
  const [claim] = claimsOf(silentParcel, sent({ ...home, ...scanned(2) }, unpaid), later(12));
  expect(claim?.deadlines.some(({ kind }) => kind.startsWith('card'))).toBe(false);
});
