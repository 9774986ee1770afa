/**
 * Reads carriers' tracking responses and says which of their events the vocabulary knows:
 * `npm run -s map-scans -- --dir DIR [--json]`. JSON and XML are walked for events, whoever's shape they have.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { meaningOfScan } from '#app/domain/scans/meaning-of-scan.ts';
import { eventsIn, type TrackingEvent } from './map-scans/events-in.ts';

const { values } = parseArgs({
  options: { dir: { type: 'string' }, json: { type: 'boolean', default: false } },
});
if (values.dir === undefined) {
  console.error('npm run -s map-scans -- --dir DIR [--json]');
  process.exit(2);
}
const dir = values.dir;
if (!existsSync(dir)) {
  console.error(`${dir} is not here: nothing to map`);
  process.exit(0);
}

interface Tally {
  events: number;
  mapped: number;
  readonly unknown: Map<string, number>;
}

const carriers = new Map<string, Tally>();
const skipped: string[] = [];

for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' }).sort()) {
  if (!/\.(json|xml|txt)$/.test(name) || name.endsWith('INDEX.json')) continue;
  const events = eventsIn(readFileSync(join(dir, name), 'utf8'));
  if (events.length === 0) skipped.push(name);
  for (const event of events) count(carrierOf(name), event);
}

function carrierOf(name: string): string {
  const file = basename(name);
  const other = /^[^+]+\+[a-z_]+-(?:fixtures-)?([a-z_]+)/i.exec(file);
  return (other?.[1] ?? file.split(/[._+-]/)[0] ?? file).toLowerCase();
}

function count(carrier: string, { status, message }: TrackingEvent): void {
  const tally = carriers.get(carrier) ?? {
    events: 0,
    mapped: 0,
    unknown: new Map<string, number>(),
  };
  carriers.set(carrier, tally);
  tally.events += 1;
  const { kind } = meaningOfScan({ status, message, country: null, source: carrier });
  if (kind !== 'unknown') tally.mapped += 1;
  else {
    const said = `${status} | ${message ?? ''}`;
    tally.unknown.set(said, (tally.unknown.get(said) ?? 0) + 1);
  }
}

const rows = [...carriers].sort(([a], [b]) => (a < b ? -1 : 1));
const all = rows.reduce(
  (sum, [, { events, mapped }]) => ({ events: sum.events + events, mapped: sum.mapped + mapped }),
  { events: 0, mapped: 0 },
);
const share = (mapped: number, events: number) => `${((100 * mapped) / events).toFixed(1)} %`;

if (values.json) {
  const byCarrier = rows.map(([carrier, { events, mapped, unknown }]) => ({
    ...{ carrier, events, mapped, unknown: [...unknown.keys()] },
  }));
  console.log(JSON.stringify({ byCarrier, skipped, ...all }, null, 2));
} else {
  for (const [carrier, { events, mapped, unknown }] of rows) {
    console.log(`${carrier.padEnd(20)} ${mapped} of ${events} (${share(mapped, events)})`);
    for (const [said, times] of unknown) console.log(`    unknown, ${times}: ${said}`);
  }
  console.log(`without events: ${skipped.length} files`);
  console.log(`${all.mapped} of ${all.events} events mapped (${share(all.mapped, all.events)})`);
}
