import { addDays, latest, type Instant } from '#app/domain/time.ts';
import type { Random } from './random.ts';

/** A lane, with how parcels fare on it: days are lognormal around the median. */
export interface CohortLane {
  readonly origin: string;
  readonly destination: string;
  readonly carrier: string;
  readonly promisedDays: number;
  readonly transitDays: { readonly median: number; readonly spread: number };
  readonly lostShare: number;
}

export const cohortLanes: readonly [CohortLane, ...CohortLane[]] = [
  {
    origin: 'US',
    destination: 'US',
    carrier: 'USPS',
    promisedDays: 7,
    transitDays: { median: 4, spread: 0.5 },
    lostShare: 0.1,
  },
  {
    origin: 'CN',
    destination: 'DE',
    carrier: 'YunExpress',
    promisedDays: 18,
    transitDays: { median: 12, spread: 0.4 },
    lostShare: 0.12,
  },
  {
    origin: 'CN',
    destination: 'US',
    carrier: '4PX',
    promisedDays: 25,
    transitDays: { median: 17, spread: 0.35 },
    lostShare: 0.15,
  },
];

/** What truly happened to an order and its buyer. Nobody in the shop knows it. */
export interface HiddenWay {
  readonly lane: CohortLane;
  readonly orderedAt: Instant;
  readonly promisedBy: Instant;
  readonly sentAt: Instant;
  readonly scannedAt: readonly Instant[];
  /** Null: it never comes. */
  readonly deliveredAt: Instant | null;
  /** The buyer's first word; null: he never says one. */
  readonly writesAt: Instant | null;
  readonly refundedAt: Instant | null;
  readonly disputedAt: Instant | null;
  readonly review: { readonly at: Instant; readonly stars: number } | null;
  readonly owed: boolean;
}

/** Lost parcels are owed, late ones whose buyer has run out of patience, and goods that disappoint, of which nobody writes. */
export function drawWay(random: Random, orderedAt: Instant, lane: CohortLane): HiddenWay {
  const promisedBy = addDays(orderedAt, lane.promisedDays);
  const way = drawParcel(random, orderedAt, lane);
  const impatientAt = addDays(promisedBy, 2 + random.exponential(10));
  const isPatient = random.chance(0.2);
  const complains = !isPatient && isBefore(impatientAt, way.deliveredAt);
  const owed = way.deliveredAt === null || complains || random.chance(0.04);
  // Some ask where it is, and are content when it comes.
  const asks = !complains && random.chance(0.1);
  const asksAt = addDays(orderedAt, lane.promisedDays * 0.8);
  return {
    ...way,
    lane,
    orderedAt,
    promisedBy,
    owed,
    writesAt: complains ? impatientAt : asks && isBefore(asksAt, way.deliveredAt) ? asksAt : null,
    ...drawEnd(random, complains ? impatientAt : null),
    review: drawReview(random, { owed, toldAt: latest([way.deliveredAt, promisedBy]), complains }),
  };
}

function drawParcel(random: Random, orderedAt: Instant, { transitDays, lostShare }: CohortLane) {
  const sentAt = addDays(orderedAt, 0.3 + random.exponential(0.8));
  const transit = transitDays.median * Math.exp(transitDays.spread * random.normal());
  const lost = random.chance(lostShare);
  const seenFor = lost ? transit * random.next() : transit;
  return {
    sentAt,
    scannedAt: [0.1, 0.35, 0.6, 0.85].map((part) => addDays(sentAt, seenFor * part)),
    deliveredAt: lost ? null : addDays(sentAt, transit),
  };
}

/** Half of those who complain get their money, four in ten go to their bank, and the others give up. */
function drawEnd(
  random: Random,
  complainedAt: Instant | null,
): Pick<HiddenWay, 'refundedAt' | 'disputedAt'> {
  const chance = random.next();
  const wait = random.exponential(7);
  return {
    refundedAt: complainedAt && chance < 0.5 ? addDays(complainedAt, 3 + wait) : null,
    disputedAt: complainedAt && chance >= 0.6 ? addDays(complainedAt, 5 + wait) : null,
  };
}

function drawReview(
  random: Random,
  {
    owed,
    complains,
    toldAt,
  }: {
    readonly owed: boolean;
    readonly complains: boolean;
    readonly toldAt: Instant | null;
  },
): HiddenWay['review'] {
  const stars = owed ? random.pick([1, 2]) : random.pick([3, 4, 5]);
  // Whom goods disappoint tells it in a review, and nowhere else.
  const tells = random.chance(owed && !complains ? 0.9 : 0.3);
  return toldAt && tells ? { at: addDays(toldAt, 1 + random.exponential(3)), stars } : null;
}

function isBefore(at: Instant, other: Instant | null): boolean {
  return other === null || at < other;
}
