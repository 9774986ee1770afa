/**
 * Reads carriers' tracking responses and says which of their events the vocabulary knows, per carrier:
 * `npm run -s map-scans -- --dir DIR [--json]`. Beside it the share that is known by the words alone, as
 * where only Shopify's general status came with them, and the share that is still known of what the app keeps once they went through
 * its adapters (an adapter of their own for EasyPost's responses, that for any program's events for the others).
 */
import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { meaningOfScan } from '#app/domain/scans/meaning-of-scan.ts';
import { keptScan } from '#app/domain/scans/told-scan.ts';
import { instantAt } from '#app/domain/time.ts';
import type { TrackingEvent } from './map-scans/events-in.ts';
import { readFixtures } from './map-scans/read-fixtures.ts';

const { values } = parseArgs({
  options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } },
});
if (values.dir === undefined) {
  console.error('npm run -s map-scans -- --dir DIR [--json]');
  process.exit(2);
}
if (!existsSync(values.dir)) {
  console.error(`${values.dir} is not here: nothing to map`);
  process.exit(0);
}

interface Tally {
  readonly carrier: string;
  events: number;
  mapped: number;
  worded: number;
  mappedAsKept: number;
  mappedByWords: number;
  readonly unknown: Map<string, number>;
}

/** When a scan is does not matter to what it means. */
const anyTime = instantAt(0);
const { events, skipped } = readFixtures(values.dir);
const tallies = new Map<string, Tally>();
for (const { carrier, ...event } of events) count(tallyOf(carrier), event);
const rows = [...tallies.values()].sort((a, b) => (a.carrier < b.carrier ? -1 : 1));
const total = { events: 0, mapped: 0, worded: 0, mappedByWords: 0, mappedAsKept: 0 };
for (const row of rows) {
  total.events += row.events;
  total.mapped += row.mapped;
  total.worded += row.worded;
  total.mappedByWords += row.mappedByWords;
  total.mappedAsKept += row.mappedAsKept;
}
if (values.json) printJson();
else printWords();

function tallyOf(carrier: string): Tally {
  const known = tallies.get(carrier);
  if (known) return known;
  const unknown = new Map<string, number>();
  const tally = {
    carrier,
    events: 0,
    mapped: 0,
    worded: 0,
    mappedByWords: 0,
    mappedAsKept: 0,
    unknown,
  };
  tallies.set(carrier, tally);
  return tally;
}

function isKnownAsKept({ status, message }: TrackingEvent, source: string): boolean {
  const told = { status, message, trackingNumber: '1', carrier: source, country: null };
  return isKnown(keptScan({ ...told, happenedAt: anyTime }, source));
}

function count(tally: Tally, { status, message }: TrackingEvent): void {
  tally.events += 1;
  if (isKnownAsKept({ status, message }, tally.carrier)) tally.mappedAsKept += 1;
  if (isKnown({ status, message, source: tally.carrier })) tally.mapped += 1;
  else {
    const said = `${status || '(no code)'} | ${message ?? '(no words)'}`;
    tally.unknown.set(said, (tally.unknown.get(said) ?? 0) + 1);
  }
  if (message === null) return;
  tally.worded += 1;
  if (isKnown({ status: '', message })) tally.mappedByWords += 1;
}

function isKnown(scan: Parameters<typeof meaningOfScan>[0]): boolean {
  return meaningOfScan(scan).kind !== 'unknown';
}

function share(part: number, whole: number): string {
  return whole === 0 ? 'none' : `${((100 * part) / whole).toFixed(1)} %`;
}

function printJson(): void {
  const byCarrier = rows.map(({ unknown, ...row }) => ({ ...row, unknown: [...unknown.keys()] }));
  console.log(JSON.stringify({ byCarrier, skipped, ...total }, null, 2));
}

function printWords(): void {
  for (const { carrier, events, mapped, worded, mappedByWords, mappedAsKept, unknown } of rows) {
    const asKept = `through the adapters ${share(mappedAsKept, events)}`;
    const byWords = `${asKept}, by words alone ${share(mappedByWords, worded)}`;
    console.log(
      `${carrier.padEnd(22)} ${mapped} of ${events} (${share(mapped, events)}), ${byWords}`,
    );
    for (const [said, times] of unknown) console.log(`    unknown, ${times}: ${said}`);
  }
  const reasons = new Map<string, number>();
  for (const { why } of skipped) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  for (const [why, files] of reasons) console.log(`skipped, ${files} files: ${why}`);
  const byWords = `by words alone ${total.mappedByWords} of ${total.worded}`;
  console.log(`${byWords} (${share(total.mappedByWords, total.worded)})`);
  console.log(
    `through the adapters ${total.mappedAsKept} of ${total.events} (${share(total.mappedAsKept, total.events)})`,
  );
  console.log(
    `${total.mapped} of ${total.events} events mapped (${share(total.mapped, total.events)})`,
  );
}
