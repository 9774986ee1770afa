import { describe, expect, test } from 'vitest';
import type { AuditEvent } from '#app/domain/audit-event.ts';
import { noSignals, type Signals } from '#app/domain/case-facts.ts';
import type { OrderFacts } from '#app/domain/order-facts.ts';
import { defaultPolicy } from '#app/domain/policy.ts';
import type { RefundAttempt } from '#app/domain/refund-attempt.ts';
import { timelineOf } from '#app/domain/timeline/timeline.ts';
import type { TimelineEntry } from '#app/domain/timeline/timeline-entry.ts';
import {
  daysAgo,
  dispatch,
  lineId,
  now,
  order,
  parcel,
  parcelId,
  scan,
  shipped,
  usd,
} from '#tests/support/order-facts.ts';
import { claimOn, suggestion } from '#tests/support/suggestion.ts';

const silent = order({
  createdAt: daysAgo(45),
  ...shipped([
    parcel({
      createdAt: daysAgo(41),
      scans: [
        scan({ status: 'CARRIER_PICKED_UP', happenedAt: daysAgo(40), country: 'CN' }),
        scan({ happenedAt: daysAgo(30), country: 'US' }),
      ],
    }),
  ]),
});
const claim = claimOn(silent);

function timeline(
  facts: OrderFacts | null,
  {
    signals = {},
    ...sources
  }: {
    readonly signals?: Partial<Signals>;
    readonly attempts?: readonly Pick<RefundAttempt, 'refundId'>[];
    readonly events?: readonly AuditEvent[];
  } = {},
) {
  return timelineOf(
    {
      ...{ claim, facts, attempts: [], events: [], ...sources },
      signals: { ...noSignals, ...signals },
      returnPolicy: defaultPolicy.returns,
    },
    now,
  );
}

/** What is said of each entry, oldest first. */
function told(entries: readonly TimelineEntry[]): readonly string[] {
  return entries.map(nameOf).reverse();
}

function nameOf(entry: TimelineEntry): string {
  if ('said' in entry) return entry.said.code;
  if (entry.kind === 'scan') return entry.scan.means;
  if (entry.kind === 'decision') return entry.event.kind;
  if (entry.kind === 'doubt') return entry.doubt.code;
  return entry.kind === 'clock' ? entry.deadline.kind : 'evidence';
}

function findingOf(entries: readonly TimelineEntry[], name: string): TimelineEntry {
  const found = entries.find((entry) => nameOf(entry) === name);
  if (!found) throw new Error(`no ${name} in ${told(entries).join(', ')}`);
  return found;
}

describe('the order of things', () => {
  test('is newest first, and what is to come before it', () => {
    const { entries } = timeline(silent);
    const instants = entries.map(({ at }) => at);
    expect(instants).toEqual([...instants].sort().reverse());
    expect(told(entries.filter(({ at }) => at <= now)).slice(0, 5)).toEqual([
      ...['ordered', 'parcel-made', 'picked-up', 'moving', 'paid'],
    ]);
  });

  test('keeps what was told first of one instant before the rest', () => {
    const paid = order({ createdAt: daysAgo(10) });
    const names = told(timeline(paid).entries).filter((name) => /^ordered|^paid/.test(name));
    expect(names).toEqual(['ordered', 'paid']);
  });

  test('has what was promised and what became of it', () => {
    const fulfillBy = daysAgo(8);
    const facts = {
      ...order({
        createdAt: daysAgo(10),
        ...{ cancelledAt: daysAgo(1), dispatches: [dispatch({ fulfillBy })] },
      }),
      parcels: [parcel({ createdAt: daysAgo(7), estimatedDeliveryAt: daysAgo(3) })],
    };
    expect(told(timeline(facts).entries)).toEqual(
      expect.arrayContaining(['ship-by', 'parcel-made', 'estimated', 'cancelled']),
    );
  });

  test('tells a promise of several consignments once', () => {
    const promisedBy = daysAgo(5);
    const facts = order({ dispatches: [dispatch({ promisedBy }), dispatch({ promisedBy })] });
    expect(told(timeline(facts).entries).filter((name) => name === 'promised-by').length).toBe(1);
  });
});

describe('evidence', () => {
  test('stands beside what happened at its instant, and each piece once', () => {
    const { entries, timeless } = timeline(silent);
    const beside = entries.flatMap(({ evidence }) => evidence);
    expect([...beside, ...timeless].map(({ code }) => code).sort()).toEqual(
      claim.evidence.map(({ code }) => code).sort(),
    );
    const scanned = findingOf(entries, 'moving');
    expect(scanned.evidence.map(({ code }) => code)).toEqual(['last-scan']);
  });

  test('is all that is left when the order is gone', () => {
    const { entries, timeless } = timeline(null);
    const pieces = entries.flatMap(({ evidence }) => evidence);
    expect(pieces.length + timeless.length).toBe(claim.evidence.length);
    expect(entries.every(({ kind }) => kind === 'evidence' || kind === 'clock')).toBe(true);
  });
});

describe('scans', () => {
  test('say what they mean, how far, where and who told it', () => {
    const carrierScans = [
      {
        fulfillmentId: parcelId,
        scan: scan({ status: 'OutForDelivery', happenedAt: daysAgo(2), source: 'aftership' }),
      },
    ];
    const { entries } = timeline(silent, { signals: { carrierScans } });
    expect(findingOf(entries, 'out-for-delivery')).toMatchObject({
      scan: { leg: 'last-mile', provider: 'aftership', parcel: null, isOnWayBack: false },
    });
    expect(findingOf(entries, 'picked-up')).toMatchObject({
      scan: { leg: 'origin', country: 'CN', provider: null },
    });
  });

  test('name their parcel where there are several, and leave out those that were never sent', () => {
    const [first] = silent.parcels;
    if (!first) throw new Error('no parcel');
    const fulfillmentId = 'gid://shopify/Fulfillment/2';
    const second = parcel({
      ...{ fulfillmentId, name: '#1001.2' },
      scans: [scan({ status: 'DELIVERED', happenedAt: daysAgo(2) })],
    });
    const both = { ...silent, parcels: [first, second] };
    expect(findingOf(timeline(both).entries, 'delivered')).toMatchObject({
      scan: { parcel: '#1001.2' },
    });
    const cancelled = { ...silent, parcels: [first, { ...second, status: 'CANCELLED' }] };
    expect(told(timeline(cancelled).entries)).not.toContain('delivered');
  });

  test('that contradict each other are named as doubtful', () => {
    const scans = [
      scan({ status: 'DELIVERED', happenedAt: daysAgo(5) }),
      scan({ status: 'OUT_FOR_DELIVERY', happenedAt: daysAgo(4) }),
    ];
    const facts = { ...silent, parcels: [parcel({ createdAt: daysAgo(8), scans })] };
    const { entries } = timeline(facts);
    expect(findingOf(entries, 'scans-contradict').at).toBe(daysAgo(4));
  });
});

describe('what was said', () => {
  test('is told by codes and the words that counted', () => {
    const intents = [
      { intent: 'damaged' as const, confidence: 0.87, words: ['broken', 'in pieces'] },
    ];
    const report = {
      ...{ reportId: '1', at: daysAgo(3), problem: 'damaged' as const, photos: 2 },
      ...{ lines: [], intents },
    };
    const { entries } = timeline(silent, { signals: { reports: [report] } });
    expect(findingOf(entries, 'reported')).toMatchObject({
      kind: 'buyer',
      said: { params: { problem: 'damaged' } },
      details: [
        { code: 'photos', params: { photos: 2 } },
        {
          code: 'words-say',
          params: { intent: 'damaged', percent: 87, words: 'broken … in pieces' },
        },
      ],
    });
  });

  test('says so where nothing may be quoted, and where it is not clear', () => {
    const between = ['late' as const, 'not-received' as const];
    const message = {
      ...{ messageId: '1', at: daysAgo(3), unclear: { language: 'en', between } },
      intents: [{ intent: 'late' as const, confidence: 0.6 }],
    };
    const { entries } = timeline(silent, { signals: { messages: [message] } });
    expect(findingOf(entries, 'wrote')).toMatchObject({
      details: [
        { code: 'read-as', params: { intent: 'late', percent: 60 } },
        { code: 'words-not-clear' },
      ],
    });
  });

  test('has the note of the order, and who read it', () => {
    const intents = [
      { intent: 'cancel' as const, confidence: 0.7, words: ['stop'], reader: 'second' as const },
    ];
    const { entries } = timeline({ ...silent, note: { at: daysAgo(4), intents } });
    expect(findingOf(entries, 'note-read')).toMatchObject({
      kind: 'buyer',
      details: [{ code: 'second-reader-says', params: { intent: 'cancel', words: 'stop' } }],
    });
  });

  test('is told without photos where there are none', () => {
    const report = {
      ...{ reportId: '1', at: daysAgo(3), problem: 'damaged' as const, photos: 0 },
      ...{ lines: [], intents: [] },
    };
    const { entries } = timeline(silent, { signals: { reports: [report] } });
    expect(findingOf(entries, 'reported')).toMatchObject({ details: [] });
  });

  test('has the carrier’s answer once, as an answer', () => {
    const carrierAnswers = [
      { fulfillmentId: parcelId, at: daysAgo(1), verdict: 'lost' as const },
      { fulfillmentId: parcelId, at: daysAgo(2), verdict: 'searching' as const },
    ];
    const names = told(timeline(silent, { signals: { carrierAnswers } }).entries);
    expect(names.filter((name) => name === 'carrier-answered').length).toBe(2);
    expect(names).not.toContain('lost');
  });
});

describe('returns, disputes and refunds', () => {
  test('a return is told when it was asked for, on its way and when it came back', () => {
    const returned = order({
      returns: [
        {
          ...{ returnId: 'gid://shopify/Return/1', status: 'OPEN', refundIds: [] },
          ...{ requestedAt: daysAgo(6), receivedAt: daysAgo(2) },
          lines: [
            {
              ...{ returnLineId: null, lineItemId: lineId, quantity: 2, processed: 0 },
              ...{ reason: 'defective', intents: [] },
            },
          ],
          scans: [scan({ happenedAt: daysAgo(4) })],
        },
      ],
    });
    const { entries } = timeline(returned);
    expect(findingOf(entries, 'return-asked')).toMatchObject({
      said: { params: { units: 2 } },
      details: [{ code: 'return-reason', params: { reason: 'DEFECTIVE' } }],
    });
    expect(findingOf(entries, 'moving')).toMatchObject({ scan: { isOnWayBack: true } });
    expect(findingOf(entries, 'return-received').at).toBe(daysAgo(2));
  });

  test('a return that is not back is only asked for, with its reasons that are known', () => {
    const line = { returnLineId: null, lineItemId: lineId, quantity: 1, processed: 0, intents: [] };
    const returned = order({
      returns: [
        {
          ...{ returnId: 'gid://shopify/Return/1', status: 'OPEN', refundIds: [] },
          ...{ requestedAt: daysAgo(6), receivedAt: null, scans: [] },
          lines: [{ ...line, reason: null }],
        },
      ],
    });
    const { entries } = timeline(returned);
    expect(findingOf(entries, 'return-asked')).toMatchObject({ details: [] });
    expect(told(entries)).not.toContain('return-received');
  });

  test('a dispute is told where it is known since when', () => {
    const dispute = { disputeId: '1', initiatedAs: 'CHARGEBACK', status: 'NEEDS_RESPONSE' };
    const opened = { ...dispute, reason: 'FRAUDULENT', openedAt: daysAgo(4) };
    const undated = { ...dispute, reason: null, openedAt: null };
    const asked = { ...undated, initiatedAs: 'INQUIRY', openedAt: daysAgo(6) };
    const { entries } = timeline(order({ disputes: [opened, undated, asked] }));
    expect(told(entries).filter((name) => name.endsWith('-opened'))).toEqual([
      ...['inquiry-opened', 'chargeback-opened'],
    ]);
  });

  const refund = (id: number, status = 'SUCCESS') => ({
    ...{ refundId: `gid://shopify/Refund/${id}` as const, createdAt: daysAgo(2), note: null },
    amount: usd('5'),
    transactions: [
      {
        transactionId: `gid://shopify/OrderTransaction/${id}` as const,
        ...{ status, amount: usd('5'), errorCode: null },
      },
    ],
  });

  test('refunds of ours, of others and those that failed are told apart, ours not twice', () => {
    const { shop, orderId, id } = suggestion();
    const about = { shop, orderId, suggestionId: id, actor: 'system', params: {} } as const;
    const attempts = [{ refundId: 'gid://shopify/Refund/1' as const }];
    const events: readonly AuditEvent[] = [
      { ...about, at: daysAgo(3), kind: 'suggestion-opened' },
      { ...about, at: daysAgo(3), kind: 'suggestion-changed' },
      { ...about, at: daysAgo(2), kind: 'refund-made' },
    ];
    const undated = { ...refund(4), createdAt: null };
    const facts = order({ refunds: [refund(1), refund(2), refund(3, 'FAILURE'), undated] });
    const names = told(timeline(facts, { attempts, events }).entries);
    expect(names.filter((name) => /^refund|^suggestion/.test(name))).toEqual([
      ...['suggestion-opened', 'refunded-here', 'refunded-elsewhere', 'refund-failed'],
    ]);
    // Nothing else tells of it while it is not on the record.
    expect(told(timeline(order(), { attempts, events }).entries)).toContain('refund-made');
  });
});

test('the return window ends once everything was delivered', () => {
  const delivered = parcel({ scans: [scan({ status: 'DELIVERED', happenedAt: daysAgo(2) })] });
  const ends = timeline(order(shipped([delivered]))).entries;
  expect(findingOf(ends, 'return-window-ends').at).toBe(daysAgo(2 - 30));
  expect(told(timeline(silent).entries)).not.toContain('return-window-ends');
});

test('the clocks stand where they run out', () => {
  const { entries } = timeline(silent);
  const clocks = entries.filter(({ kind }) => kind === 'clock').map(({ at }) => at);
  expect(clocks.sort()).toEqual(claim.deadlines.map(({ at }) => at).sort());
});
