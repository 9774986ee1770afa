import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readEasyPostTracker } from '#app/carriers/easypost.ts';
import { eventsIn, type TrackingEvent } from './events-in.ts';
import { parseXml } from './parse-xml.ts';

interface Fixtures {
  readonly events: readonly (TrackingEvent & { readonly carrier: string })[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

interface Listed {
  readonly file: string;
  readonly kind: string;
  readonly carrier: string;
  readonly path?: string;
}

/**
 * Every event of the tracking responses in a folder. Where a carrier's expected parses hold events they
 * are read, and its raw responses, which tell the same, are not.
 */
export function readFixtures(dir: string): Fixtures {
  const files = listed(dir).map((each) => ({ ...each, ...read(join(dir, each.file)) }));
  const parsed = new Set(
    files.filter(({ kind, events }) => kind === 'parsed' && events.length > 0).map(originOf),
  );
  const events: (TrackingEvent & { carrier: string })[] = [];
  const skipped: { file: string; why: string }[] = [];
  for (const file of files) {
    const carrier = carrierName(file);
    const why = whySkipped(file, parsed.has(originOf(file)));
    if (why) skipped.push({ file: file.file, why });
    else events.push(...file.events.map((event) => ({ ...event, carrier })));
  }
  return { events, skipped };
}

function whySkipped({ kind, events, why }: Listed & Read, isParsed: boolean): string | null {
  if (kind === 'errors') return 'an error, no parcel';
  if (why) return why;
  if (kind === 'raw' && isParsed) return 'its expected parse is read instead';
  if (events.length === 0) return 'no events in it';
  return events.every(isSample) ? 'a sample of its shape, without words' : null;
}

/** Documentation of an interface writes `string` where a text would stand. */
function isSample({ status, message }: TrackingEvent): boolean {
  return (message ?? status) === 'string';
}

function listed(dir: string): readonly Listed[] {
  const index = join(dir, 'INDEX.json');
  if (existsSync(index)) return JSON.parse(readFileSync(index, 'utf8')) as readonly Listed[];
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(json|xml)$/.test(file))
    .sort()
    .map((file) => ({ file, kind: 'raw', carrier: basename(file) }));
}

interface Read {
  readonly events: readonly TrackingEvent[];
  readonly why: string | null;
}

function read(path: string): Read {
  const text = readFileSync(path, 'utf8');
  if (text.trimStart().startsWith('<')) return { events: eventsIn(parseXml(text)), why: null };
  try {
    const response = JSON.parse(text) as unknown;
    return { events: eventsOfTracker(response) ?? eventsIn(response), why: null };
  } catch (error) {
    return { events: [], why: `neither XML nor JSON (${String(error)})` };
  }
}

/** By the app's own adapter, where the response is EasyPost's; null for all others. */
function eventsOfTracker(response: unknown): readonly TrackingEvent[] | null {
  const told = readEasyPostTracker(response);
  if (told.outcome !== 'read') return null;
  if (told.event.unreadable > 0) throw new Error('scans that the adapter cannot read');
  return told.event.scans.map(({ status, message }) => ({ status, message }));
}

/** Whose responses of which carrier: only those have an expected parse. */
function originOf(listed: Listed): string {
  return `${listed.file.split('/')[0] ?? ''} ${carrierName(listed)}`;
}

/** `dhl_express`; of a file that is named after its repository, the carrier that the rest names. */
function carrierName({ carrier, path }: Listed): string {
  // Where the index could not tell, the folder of the tests it is from does.
  if (carrier.length === 1) return path?.split('/')[1] ?? carrier;
  if (!/[+.]/.test(carrier)) return carrier;
  const words = carrier
    .replace(/\.\w+$/, '')
    .toLowerCase()
    .split(/[^a-z]+/);
  const known = ['canadapost', 'fedex', 'landmark', 'ontrac', 'stamps', 'ups', 'usps', 'easypost'];
  return known.find((name) => words.includes(name)) ?? carrier.replace(/[-_.].*$/, '');
}
