import type { ScanKind } from '../domain/scans/scan-meaning.ts';
import type { TimelineEntry } from '../domain/timeline/timeline-entry.ts';
import { wallTimeOf } from './format.ts';
import type { Words } from './words.ts';

/** One thing to show; of a long run of scans, some are folded away behind a button. */
export interface TimelineRow {
  readonly entry: TimelineEntry;
  /** Which run it is folded away in; null while it is shown anyway. */
  readonly run: number | null;
  /** Of the first one that is folded away: how many are. */
  readonly folds: number | null;
}

export interface TimelineDay {
  /** `YYYY-MM-DD`, in the shop's time zone. */
  readonly day: string;
  readonly rows: readonly TimelineRow[];
}

/** A run of scans is folded only where that spares something. */
const longestRun = 5;
const shownFirst = 2;
const shownLast = 1;

/** The entries by day, in their order. */
export function timelineDays(
  entries: readonly TimelineEntry[],
  words: Pick<Words, 'timezone'>,
): readonly TimelineDay[] {
  const days: { readonly day: string; readonly rows: TimelineRow[] }[] = [];
  for (const row of runsOf(entries).flatMap(rowsOf)) {
    const day = wallTimeOf(row.entry.at, words).slice(0, 10);
    const last = days.at(-1);
    if (last?.day === day) last.rows.push(row);
    else days.push({ day, rows: [row] });
  }
  return days;
}

function rowsOf(run: readonly TimelineEntry[], index: number): readonly TimelineRow[] {
  const hidden = run.length > longestRun ? run.length - shownFirst - shownLast : 0;
  return run.map((entry, place) => {
    const isFolded = place >= shownFirst && place < shownFirst + hidden;
    return {
      entry,
      run: isFolded ? index : null,
      folds: isFolded && place === shownFirst ? hidden : null,
    };
  });
}

/** Ordinary scans, as many as come one after the other; each other entry for itself. */
function runsOf(entries: readonly TimelineEntry[]): readonly (readonly TimelineEntry[])[] {
  const runs: TimelineEntry[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last && isOrdinary(entry) && isOrdinary(last[0])) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** What a parcel meets on its way when nothing is wrong and it is not there yet. */
const ordinary = new Set<ScanKind>([
  'announced',
  'picked-up',
  'moving',
  'customs',
  'customs-cleared',
  'out-for-delivery',
  'unknown',
]);

function isOrdinary(entry: TimelineEntry | undefined): boolean {
  return entry?.kind === 'scan' && entry.evidence.length === 0 && ordinary.has(entry.scan.means);
}
