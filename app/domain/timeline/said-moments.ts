import type { Signals } from '../case-facts.ts';
import type { Evidence } from '../claim.ts';
import { fact } from '../evidence.ts';
import type { ReadIntent, ReadWords } from '../intent.ts';
import type { OrderFacts, ReturnFacts } from '../order-facts.ts';
import { moment, type TimelineEntry } from './timeline-entry.ts';

/** What the buyer reported and wrote, and what the carrier answered. */
export function saidMoments(
  order: OrderFacts | null,
  { reports, messages, carrierAnswers }: Signals,
): readonly TimelineEntry[] {
  const note = order?.note;
  return [
    ...(note ? [moment('note-read', note.at, { kind: 'buyer', details: readings(note) })] : []),
    ...reports.map((report) =>
      moment('reported', report.at, {
        kind: 'buyer',
        params: { problem: report.problem },
        details: [
          ...(report.photos > 0 ? [fact('photos', { photos: report.photos })] : []),
          ...readings(report),
        ],
      }),
    ),
    ...messages.map((message) =>
      moment('wrote', message.at, { kind: 'buyer', details: readings(message) }),
    ),
    ...carrierAnswers.map(({ at, verdict }) =>
      moment('carrier-answered', at, { kind: 'carrier', params: { verdict } }),
    ),
  ];
}

/** When goods were asked to go back, and when they were there. */
export function returnMoments({ returns }: OrderFacts): readonly TimelineEntry[] {
  return returns.flatMap((one) => [
    requested(one),
    ...(one.receivedAt ? [moment('return-received', one.receivedAt, { kind: 'return' })] : []),
  ]);
}

function requested({ requestedAt, lines }: ReturnFacts): TimelineEntry {
  const reasons = [...new Set(lines.map(({ reason }) => reason))].filter((one) => one !== null);
  return moment('return-asked', requestedAt, {
    kind: 'return',
    params: { units: lines.reduce((sum, { quantity }) => sum + quantity, 0) },
    details: [
      ...reasons.map((reason) => fact('return-reason', { reason: reason.toUpperCase() })),
      ...lines.flatMap(readings),
    ],
  });
}

/** What a text was read as, with the words that counted. */
function readings({ intents, unclear }: ReadWords): readonly Evidence[] {
  return [...intents.map(reading), ...(unclear ? [fact('words-not-clear')] : [])];
}

function reading({ intent, confidence, words = [], reader }: ReadIntent): Evidence {
  const said = { intent, percent: Math.round(confidence * 100) };
  if (words.length === 0) return fact('read-as', said);
  const quoted = { ...said, words: words.join(' … ') };
  return reader === 'second' ? fact('second-reader-says', quoted) : fact('words-say', quoted);
}
