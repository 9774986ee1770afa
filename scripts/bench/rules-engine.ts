import { Engine } from 'json-rules-engine';
import type { CaseFacts } from '#app/domain/case-facts.ts';
import { addDays, dayMs, millisecondsOf, type Instant } from '#app/domain/time.ts';
import { benchNow } from './bench-cases.ts';

/** What the four rules look at, worked out beforehand: the engine compares numbers and no more. */
export type PlainFacts = Readonly<Record<string, number | boolean>>;

const never = Number.MAX_SAFE_INTEGER;
const days = (at: Instant | null) =>
  at === null ? -never : (millisecondsOf(benchNow) - millisecondsOf(at)) / dayMs;

/** The first instant of the day after, in the shop's zone, which is UTC here. */
function endOfDay(at: Instant): Instant {
  const midnight = Math.floor(millisecondsOf(at) / dayMs) * dayMs;
  return addDays(at, (midnight + dayMs - millisecondsOf(at)) / dayMs);
}

export function plainFactsOf({ order }: CaseFacts): PlainFacts {
  const [parcel] = order.parcels;
  const [dispatch] = order.dispatches;
  const scans = parcel?.scans ?? [];
  const last = scans.at(-1);
  const shipBy = dispatch?.fulfillBy ?? addDays(order.createdAt, 7);
  const promised = parcel?.estimatedDeliveryAt ?? null;
  return {
    unshipped: order.lines.some(({ unfulfilledQuantity }) => unfulfilledQuantity > 0),
    domestic: parcel?.originCountry === order.destinationCountry,
    sent: parcel !== undefined,
    scanned: last !== undefined,
    delivered: last?.status === 'DELIVERED',
    promised: promised !== null,
    sinceShipBy: days(endOfDay(shipBy)),
    sinceLabel: days(parcel?.createdAt ?? null),
    sinceScan: days(last?.happenedAt ?? null),
    sincePromise: days(promised && endOfDay(promised)),
  };
}

const is = (fact: string, value: boolean) => ({ fact, operator: 'equal', value });
const atLeast = (fact: string, value: number) => ({
  fact,
  operator: 'greaterThanInclusive',
  value,
});
const less = (fact: string, value: number) => ({ fact, operator: 'lessThan', value });

/** Of a limit at home and one across the border the one that fits. */
const byLane = (fact: string, home: number, abroad: number) => ({
  any: [
    { all: [is('domestic', true), atLeast(fact, home)] },
    { all: [is('domestic', false), atLeast(fact, abroad)] },
  ],
});

const notLost = {
  any: [
    { all: [is('domestic', true), less('sinceLabel', 30)] },
    { all: [is('domestic', false), less('sinceLabel', 60)] },
  ],
};

export function ruleEngine(): Engine {
  const engine = new Engine();
  engine.addRule({
    conditions: { all: [is('unshipped', true), atLeast('sinceShipBy', 0)] },
    event: { type: 'late-dispatch' },
  });
  engine.addRule({
    conditions: {
      all: [is('sent', true), is('scanned', false), byLane('sinceLabel', 5, 7), notLost],
    },
    event: { type: 'never-scanned' },
  });
  engine.addRule({
    conditions: {
      all: [is('scanned', true), is('delivered', false), byLane('sinceScan', 7, 20), notLost],
    },
    event: { type: 'silent-parcel' },
  });
  engine.addRule({
    conditions: {
      all: [
        is('sent', true),
        is('promised', true),
        is('delivered', false),
        byLane('sincePromise', 0, 1),
        notLost,
      ],
    },
    event: { type: 'late-arrival' },
  });
  return engine;
}

export async function judgeByRules(engine: Engine, facts: PlainFacts): Promise<readonly string[]> {
  const { events } = await engine.run(facts);
  return events.map(({ type }) => type);
}
