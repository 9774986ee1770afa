import type { Tracked, Tracker } from '../carriers/tracker.ts';
import {
  noteCalled,
  openConnections,
  type OpenedConnection,
} from '../db/carrier-connections.server.ts';
import { takeCalls } from '../db/carrier-traffic.server.ts';
import { findNumbersToAsk, markNumber, type NumberToAsk } from '../db/parcel-numbers.server.ts';
import type { TrackJob } from '../db/queue.server.ts';
import type { CallProblem } from '../domain/carriers/call-problems.ts';
import { trackingServices } from '../domain/carriers/tracking-services.ts';
import { numberKey } from '../domain/parcels/number-key.ts';
import { addSeconds } from '../domain/time.ts';
import type { Line } from './line.server.ts';
import { recordScans } from './record-scans.server.ts';

export type TrackParcelsOutcome =
  | { readonly outcome: 'done'; readonly told: number; readonly asked: number }
  /** There may be more to do at once. */
  | { readonly outcome: 'more'; readonly told: number; readonly asked: number }
  /** No service is connected that may be called. */
  | { readonly outcome: 'off' }
  | { readonly outcome: 'stopped'; readonly problem: CallProblem };

const atOnce = 40;
/** Whoever registers a number is sent what happens to it; asking is for what was not sent. */
const askAgainSeconds = 86_400;
/** A service looks a new number up meanwhile. */
const firstAskSeconds = 6 * 3600;

/** How long a number waits after a call that failed. */
const waitSeconds: Readonly<Record<CallProblem, number>> = {
  throttled: 600,
  unreachable: 600,
  'answer-unreadable': 3600,
  'key-refused': 3600,
  'no-budget': 3600,
};

/** Tells the shop's tracking service of new parcels, and asks about those it told nothing of for a day. */
export async function trackParcels(line: Line, { shop }: TrackJob): Promise<TrackParcelsOutcome> {
  const { db, now } = line;
  const opened = await openConnections(db.prisma, line.cipher, shop);
  const callable = opened.filter(({ callsPerDay }) => callsPerDay > 0);
  const connection = trackingServices
    .map((name) => callable.find(({ service }) => service === name))
    .find((each) => each !== undefined);
  if (!connection) return { outcome: 'off' };
  const due = await findNumbersToAsk(db.prisma, shop, { now: now(), limit: atOnce });
  const isKnown = ({ registeredAt }: NumberToAsk) => registeredAt === connection.service;
  const fresh = due.filter((number) => !isKnown(number));
  const known = due.filter(isKnown);
  const tracker = line.trackers(connection.service, connection.apiKey);
  const problem =
    (await callAbout(line, connection, { tracker, wish: 'register', numbers: fresh })) ??
    (await callAbout(line, connection, { tracker, wish: 'ask', numbers: known }));
  if (problem) return { outcome: 'stopped', problem };
  const outcome = due.length < atOnce ? 'done' : 'more';
  return { outcome, told: fresh.length, asked: known.length };
}

interface Wish {
  readonly tracker: Tracker;
  readonly wish: 'register' | 'ask';
  readonly numbers: readonly NumberToAsk[];
}

/** Calls in batches, as far as the day's budget reaches; null when all went well. */
async function callAbout(
  line: Line,
  connection: OpenedConnection,
  { tracker, wish, numbers }: Wish,
): Promise<CallProblem | null> {
  const { db, now } = line;
  const most = tracker.most[wish];
  for (let start = 0; start < numbers.length; start += most) {
    const batch = numbers.slice(start, start + most);
    const budget = { now: now(), perDay: connection.callsPerDay };
    const called = (await takeCalls(db.prisma, connection, budget))
      ? await tracker[wish](batch.map(({ shown }) => shown))
      : ({ outcome: 'failed', problem: 'no-budget', waitSeconds: null } as const);
    if (called.outcome === 'failed') {
      const { problem } = called;
      await putOff(line, connection, {
        numbers: numbers.slice(start),
        seconds: called.waitSeconds ?? waitSeconds[problem],
      });
      await noteCalled(db.prisma, connection, { problem, now: now() });
      return problem;
    }
    await keep(line, connection, { batch, called, wish });
    await noteCalled(db.prisma, connection, { problem: null, now: now() });
  }
  return null;
}

async function putOff(
  { db, now }: Line,
  { shop }: OpenedConnection,
  { numbers, seconds }: { readonly numbers: readonly NumberToAsk[]; readonly seconds: number },
): Promise<void> {
  const askAt = addSeconds(now(), seconds);
  for (const { number } of numbers) await markNumber(db.prisma, { shop, number }, { askAt });
}

async function keep(
  line: Line,
  { shop, service }: OpenedConnection,
  {
    batch,
    called,
    wish,
  }: {
    readonly batch: readonly NumberToAsk[];
    readonly called: Extract<Tracked, { readonly outcome: 'answered' }>;
    readonly wish: Wish['wish'];
  },
): Promise<void> {
  const { db, now } = line;
  const known = new Set(called.known.map(numberKey));
  const refused = new Map(called.refused.map(({ number, why }) => [numberKey(number), why]));
  const seconds = wish === 'register' ? firstAskSeconds : askAgainSeconds;
  const askAt = addSeconds(now(), seconds);
  for (const { number } of batch) {
    const why = refused.get(number);
    if (why !== undefined) {
      await markNumber(db.prisma, { shop, number }, { askAt: null, problem: why });
    } else if (known.has(number)) {
      await markNumber(db.prisma, { shop, number }, { askAt, registeredAt: service });
    } else await markNumber(db.prisma, { shop, number }, { askAt });
  }
  if (called.scans.length === 0) return;
  const { scans } = called;
  await recordScans(line, shop, { source: service, scans, event: null, scanId: null });
}
