import type { OrderFacts, ParcelFacts } from '../domain/order-facts.ts';
import type { Instant } from '../domain/time.ts';
import type { Timeline, TimelineEntry } from '../domain/timeline/timeline-entry.ts';
import { evidenceWords } from './evidence-words.ts';
import { instantWords } from './format.ts';
import type { PaperPart, PaperRow } from './paper.ts';
import { detailWords, entryWords, scanWords } from './timeline-words.ts';
import type { Words } from './words.ts';

/** Who carried what, and when it came. */
export function deliveryPart(facts: OrderFacts, timeline: Timeline, words: Words): PaperPart {
  const { t } = words;
  const parcels = facts.parcels.filter(({ status }) => status !== 'CANCELLED');
  return {
    heading: t('dispute-paper.delivery'),
    notes: parcels.length === 0 ? [t('dispute-paper.delivery-none')] : [],
    rows: parcels.flatMap((parcel) => parcelRows(parcel, scansOf(parcel, timeline), words)),
  };
}

type ScanEntry = Extract<TimelineEntry, { readonly kind: 'scan' }>;

/** Newest first. A parcel that is the only one is not named. */
function scansOf({ name }: ParcelFacts, { entries }: Timeline): readonly ScanEntry[] {
  return entries
    .filter((entry) => entry.kind === 'scan')
    .filter(({ scan }) => !scan.isOnWayBack && (scan.parcel === null || scan.parcel === name));
}

function parcelRows(
  parcel: ParcelFacts,
  scans: readonly ScanEntry[],
  words: Words,
): readonly PaperRow[] {
  const { t } = words;
  const { name, carrier, trackingNumbers, createdAt, estimatedDeliveryAt, deliveredAt } = parcel;
  const [last] = scans;
  const came = deliveredAt ?? scans.find(({ scan }) => scan.means === 'delivered')?.at ?? null;
  const tracking = [carrier, trackingNumbers.join(', ') || t('order.no-number')].filter(Boolean);
  return [
    { name: t('order.parcel', { name }), lines: [tracking.join(' ')] },
    { name: t('order.sent'), lines: [instantWords(createdAt, words)] },
    ...(estimatedDeliveryAt
      ? [{ name: t('order.estimated'), lines: [instantWords(estimatedDeliveryAt, words)] }]
      : []),
    {
      name: t('order.delivered'),
      lines: [came ? instantWords(came, words) : t('dispute-paper.not-delivered')],
    },
    ...(last
      ? [
          {
            name: t('dispute-paper.last-scan'),
            lines: [scanWords({ ...last.scan, parcel: null }, words), instantWords(last.at, words)],
          },
        ]
      : []),
  ];
}

/** What happened, oldest first, without what is to come and what was thought of it. */
export function coursePart({ entries }: Timeline, words: Words, now: Instant): PaperPart {
  const { t, timezone } = words;
  return {
    heading: t('dispute-paper.course'),
    notes: [t('dispute-paper.times', { timezone })],
    rows: entries
      .filter(({ at }) => at <= now)
      .flatMap((entry) => {
        const said = courseWords(entry, words, now);
        return said === null
          ? []
          : [
              {
                name: instantWords(entry.at, words),
                lines: [said, ...detailWords(entry, words, now)],
              },
            ];
      })
      .reverse(),
  };
}

function courseWords(entry: TimelineEntry, words: Words, now: Instant): string | null {
  switch (entry.kind) {
    case 'scan':
      return scanWords(entry.scan, words);
    case 'refund':
      return refundWords(entry, words);
    case 'order':
    case 'buyer':
    case 'carrier':
    case 'return':
    case 'dispute':
      return entryWords(entry, words, now);
    default:
      return null;
  }
}

/** Through which app it was made is nothing to a bank. */
function refundWords(
  { said: { code, params, at } }: Extract<TimelineEntry, { readonly said: unknown }>,
  words: Words,
): string {
  const plain = code === 'refund-failed' ? code : 'refunded';
  return evidenceWords({ code: plain, params, at }, words, { tree: 'timeline' });
}
