import type { CarrierVerdict, Signals } from '../case-facts.ts';
import type { Evidence } from '../claim.ts';
import type { Clock } from '../clock.ts';
import type { ParcelFacts, ScanFacts } from '../order-facts.ts';
import { meaningOfScan } from '../scans/meaning-of-scan.ts';
import { scanKinds, type ScanKind, type ScanMeaning } from '../scans/scan-meaning.ts';
import { addDays, type Instant } from '../time.ts';

export interface SeenScan {
  readonly scan: ScanFacts;
  readonly meaning: ScanMeaning;
}

/** Why scans may be wrong, at the instant of the one that shows it. */
export type ScanDoubt = Evidence & { readonly at: Instant };

export interface ReadScans {
  readonly scans: readonly SeenScan[];
  readonly doubts: readonly ScanDoubt[];
}

/** All that is known of a parcel's way until now, from every source, in one order whatever order it came in. */
export function readScans(parcel: ParcelFacts, signals: Signals, clock: Clock): ReadScans {
  const all = [
    ...parcel.scans.map(seen),
    ...shopifysOwn(parcel),
    ...signals.carrierScans
      .filter(({ fulfillmentId }) => fulfillmentId === parcel.fulfillmentId)
      .map(({ scan }) => seen(scan)),
    ...signals.carrierAnswers
      .filter(({ fulfillmentId }) => fulfillmentId === parcel.fulfillmentId)
      .flatMap(({ at, verdict }) => answered(at, verdict)),
  ];
  const ordered = all.filter(saysSomething).sort(byTimeThenProgress);
  const past = ordered.filter(({ scan }) => clock.hasPassed(scan.happenedAt));
  // More than a day before the label: another parcel had the number then.
  const begins = addDays(parcel.createdAt, -1);
  const scans = past.filter(({ scan }) => scan.happenedAt >= begins);
  const doubts: ScanDoubt[] = [];
  const future = ordered[past.length];
  if (future) doubts.push({ code: 'scan-in-future', params: {}, at: future.scan.happenedAt });
  const early = past.find(({ scan }) => scan.happenedAt < begins);
  if (early) doubts.push({ code: 'scan-before-parcel', params: {}, at: early.scan.happenedAt });
  const contradiction = contradictionIn(scans);
  if (contradiction) {
    doubts.push({
      code: 'scans-contradict',
      params: { kind: contradiction.meaning.kind },
      at: contradiction.scan.happenedAt,
    });
  }
  return { scans, doubts };
}

/** A scan in words that nobody knows is still a sign of the carrier; an empty one is nothing. */
function saysSomething({ scan, meaning }: SeenScan): boolean {
  return meaning.kind !== 'unknown' || scan.status !== '' || scan.message !== null;
}

function seen(scan: ScanFacts): SeenScan {
  return { scan, meaning: meaningOfScan(scan) };
}

/** Shopify's own fields speak where its events are missing. */
function shopifysOwn(parcel: ParcelFacts): readonly SeenScan[] {
  const told = (happenedAt: Instant, kind: ScanKind): SeenScan => ({
    scan: { status: kind, happenedAt, message: null, country: null, source: null },
    meaning: { kind, leg: null, party: null, reason: null, readFrom: 'status' },
  });
  const has = (status: string) => parcel.scans.some((scan) => scan.status === status);
  const own: SeenScan[] = [];
  if (parcel.inTransitAt && !has('IN_TRANSIT')) own.push(told(parcel.inTransitAt, 'moving'));
  if (parcel.deliveredAt && !has('DELIVERED')) own.push(told(parcel.deliveredAt, 'delivered'));
  const shown = parcel.displayStatus === 'DELIVERED' || parcel.displayStatus === 'PICKED_UP';
  if (shown && !parcel.deliveredAt && !has('DELIVERED')) {
    own.push(told(parcel.updatedAt, 'delivered'));
  }
  return own;
}

const kindOfVerdict: Readonly<Record<CarrierVerdict, ScanKind | null>> = {
  lost: 'lost',
  found: 'moving',
  delivered: 'delivered',
  returning: 'returning',
  damaged: 'damaged',
  // Neither moves it: the one asks for patience, the other says nothing about the parcel.
  searching: null,
  denied: null,
};

function answered(at: Instant, verdict: CarrierVerdict): readonly SeenScan[] {
  const kind = kindOfVerdict[verdict];
  if (!kind) return [];
  const scan: ScanFacts = {
    status: verdict,
    happenedAt: at,
    message: null,
    country: null,
    source: 'carrier-answer',
  };
  return [{ scan, meaning: { kind, leg: null, party: null, reason: null, readFrom: 'status' } }];
}

/** Of two scans of one instant the one further along counts as the later. */
function byTimeThenProgress(a: SeenScan, b: SeenScan): number {
  if (a.scan.happenedAt !== b.scan.happenedAt)
    return a.scan.happenedAt < b.scan.happenedAt ? -1 : 1;
  return (
    scanKinds.indexOf(a.meaning.kind) - scanKinds.indexOf(b.meaning.kind) ||
    textOf(a).localeCompare(textOf(b), 'en')
  );
}

function textOf({ scan }: SeenScan): string {
  return `${scan.status} ${scan.message ?? ''} ${scan.country ?? ''} ${scan.source ?? ''}`;
}

/** Scans after a delivery that leave it as it was. */
const afterDelivery = new Set<ScanKind>([
  'announced',
  'delivered',
  'damaged',
  'returning',
  'returned',
  'unknown',
]);

function leavesDelivered({ meaning }: SeenScan): boolean {
  return afterDelivery.has(meaning.kind);
}

/** The first scan that speaks of a parcel under way after it was delivered. */
function contradictionIn(scans: readonly SeenScan[]): SeenScan | null {
  const index = scans.findIndex(({ meaning }) => meaning.kind === 'delivered');
  if (index < 0) return null;
  return scans.slice(index + 1).find((scan) => !leavesDelivered(scan)) ?? null;
}

/** When the buyer got it; null while not, or when a later scan says otherwise. */
export function deliveredAtOf(scans: readonly SeenScan[]): Instant | null {
  const index = scans.findLastIndex(({ meaning }) => meaning.kind === 'delivered');
  const later = scans.slice(index + 1);
  return later.every(leavesDelivered) ? (scans[index]?.scan.happenedAt ?? null) : null;
}
