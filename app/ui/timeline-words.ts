import type { TimelineEntry, TimelineScan } from '../domain/timeline/timeline-entry.ts';
import type { Instant } from '../domain/time.ts';
import { actorWords, auditWords } from './audit-words.ts';
import { codeWords } from './code-words.ts';
import { evidenceWords } from './evidence-words.ts';
import { countryWords } from './format.ts';
import type { Words } from './words.ts';

/** What happened, as a phrase without a full stop; null where only the evidence says it. */
export function entryWords(entry: TimelineEntry, words: Words, now: Instant): string | null {
  switch (entry.kind) {
    case 'scan':
      return joined([...scanParts(entry.scan, words), entry.scan.message], words);
    case 'doubt':
      return evidenceWords(entry.doubt, words, { now });
    case 'decision':
      return joined([auditWords(entry.event, words), actorWords(entry.event.actor, words)], words);
    case 'clock':
      return words.t(`clocks.${entry.deadline.kind}`);
    case 'evidence':
      return null;
    default:
      return evidenceWords(entry.said, words, { now, tree: 'timeline' });
  }
}

/** What belongs to it, each a phrase of its own. */
export function detailWords(entry: TimelineEntry, words: Words, now: Instant): readonly string[] {
  if (entry.kind === 'clock') return [codeWords('deadline', entry.deadline.rule, words)];
  return 'details' in entry
    ? entry.details.map((detail) => evidenceWords(detail, words, { now }))
    : [];
}

/** A scan without the carrier's own text: what it means, how far on its way, where, who says so. */
export function scanWords(scan: TimelineScan, words: Words): string {
  return joined(scanParts(scan, words), words);
}

function scanParts(scan: TimelineScan, words: Words): readonly (string | null)[] {
  const { t } = words;
  const what =
    scan.means === 'unknown' && scan.status !== ''
      ? codeWords('scan-status', scan.status, words)
      : codeWords('scan-kind', scan.means, words);
  return [
    scan.isOnWayBack ? t('timeline.on-way-back', { what }) : what,
    scan.leg && codeWords('leg', scan.leg, words),
    scan.country && countryWords(scan.country, words),
    scan.parcel && t('order.parcel', { name: scan.parcel }),
    scan.provider && t('timeline.told-by', { provider: scan.provider }),
    scan.isInferred ? t('timeline.inferred') : null,
  ];
}

function joined(parts: readonly (string | null)[], { t }: Words): string {
  return parts.filter(Boolean).join(t('evidence-separator'));
}
