/*
 * One process of the app for the chaos: the line with its database, its queue's jobs, its sweep and its webhook door, all the
 * app's own code. It is told what clicks to make, and ends by its own SIGKILL at the given one of its points.
 */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { pino } from 'pino';
import { trackersAt } from '#app/carriers/open-tracker.server.ts';
import { openDatabase } from '#app/db/database.server.ts';
import { openQueue } from '#app/db/queue.server.ts';
import { tokenCipher } from '#app/db/token-cipher.server.ts';
import type { RefundChoice } from '#app/domain/remedy/chosen-plan.ts';
import type { Money } from '#app/domain/money.ts';
import { instantAt } from '#app/domain/time.ts';
import type { Actor } from '#app/domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '#app/domain/ids.ts';
import { openMessengers } from '#app/notify/open-messengers.server.ts';
import { callNotes } from '#app/pipeline/call-notes.ts';
import { photoStoreAt } from '#app/photo-store/photo-store.server.ts';
import { approve } from '#app/pipeline/approve.server.ts';
import { dismiss } from '#app/pipeline/dismiss.server.ts';
import type { Line } from '#app/pipeline/line.server.ts';
import { receiver } from '#app/pipeline/receive.server.ts';
import { refusalNotes } from '#app/pipeline/refusal-notes.ts';
import { startBulk } from '#app/pipeline/start-bulk.server.ts';
import { sweep } from '#app/pipeline/sweep.server.ts';
import { takeJobs } from '#app/pipeline/take-jobs.server.ts';
import { undo } from '#app/pipeline/undo.server.ts';
import { simulatedAdmin } from './simulated-admin.ts';

const nowhere = 'http://127.0.0.1:9';

/** At the first point of this name that it passes, or after so long at any point, whichever comes first. */
export interface End {
  readonly name: string | null;
  readonly afterMs: number;
}

/** What a process is started with. */
export interface Start {
  readonly kind: 'start';
  readonly databaseUrl: string;
  readonly simulator: string;
  readonly apiSecret: string;
  readonly tokens: Readonly<Record<string, string>>;
  /** Milliseconds that the app's clock is ahead of the machine's. */
  readonly ahead: number;
  /** Where it ends; null: nowhere. */
  readonly end: End | null;
}

export type Click =
  | {
      readonly click: 'refund';
      readonly version: number;
      readonly chosen?: { readonly choice: RefundChoice; readonly amount: Money };
    }
  | { readonly click: 'undo' }
  | { readonly click: 'dismiss'; readonly version: number }
  | {
      readonly click: 'bulk';
      readonly ticked: readonly { readonly suggestionId: SuggestionId; readonly version: number }[];
    };

export type Told =
  | Start
  | { readonly kind: 'clock'; readonly ahead: number }
  | {
      readonly kind: 'click';
      readonly id: number;
      readonly shop: ShopDomain;
      readonly actor: Actor;
      readonly suggestionId: SuggestionId;
      readonly click: Click;
    };

export type Said =
  | { readonly kind: 'ready'; readonly port: number }
  /** It is about to end at this point. */
  | { readonly kind: 'point'; readonly name: string }
  | { readonly kind: 'clicked'; readonly id: number; readonly outcome: string };

const sweepEveryMs = 5000;

let ahead = 0;
let end: End | null = null;
let startedAt = 0;

/** A place where the process may die: before or after something that others see. */
function point(name: string): void {
  if (!end || (name !== end.name && performance.now() - startedAt < end.afterMs)) return;
  say({ kind: 'point', name });
  process.kill(process.pid, 'SIGKILL');
  // Not one more instruction of the app's.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

function say(said: Said): void {
  process.send?.(said);
}

/** Every statement of the app and of its queue goes through here. */
function instrumentDatabase(): void {
  const prototype = pg.Client.prototype as unknown as { query: (...given: unknown[]) => unknown };
  const { query } = prototype;
  prototype.query = function instrumented(this: unknown, ...given: unknown[]) {
    const [first] = given;
    const text = typeof first === 'string' ? first : String((first as { text?: string }).text);
    // The queue looks for jobs all the time: to die while idle would tell nothing.
    if (/skip locked|listen|pgboss\.(queue|version|warning)/i.test(text))
      return query.apply(this, given);
    const verb = /^\s*(\w+)/.exec(text)?.[1]?.toLowerCase() ?? 'query';
    point(`before ${verb}`);
    const answer = query.apply(this, given);
    if (answer instanceof Promise)
      void answer.then(
        () => point(`after ${verb}`),
        () => undefined,
      );
    return answer;
  };
}

async function start(told: Start): Promise<void> {
  ({ ahead, end } = told);
  startedAt = performance.now();
  const log = pino({ level: 'fatal' });
  const db = await openDatabase(told.databaseUrl, () => undefined);
  const queue = await openQueue(told.databaseUrl, () => undefined);
  const line: Line = {
    ...{ db, queue, log },
    admin: simulatedAdmin(told, point),
    calls: callNotes(),
    cipher: tokenCipher(randomBytes(32)),
    refusals: refusalNotes(),
    // No shop is connected to a service, or wants a digest.
    trackers: trackersAt({ '17track': nowhere, aftership: nowhere, easypost: nowhere }),
    messengers: openMessengers({ appKey: '', smtpUrl: null, from: null, chatOrigins: [] }),
    secondReader: null,
    photos: photoStoreAt({ kind: 'disk', directory: '.data/chaos-photos' }),
    now: () => instantAt(Date.now() + ahead),
  };
  await takeJobs(line);
  instrumentDatabase();
  setInterval(() => void sweep(line).catch(() => undefined), sweepEveryMs);
  const door = receiver(line, told.apiSecret);
  const server = createServer((request, response) => {
    void bodyOf(request)
      .then((body) => door.receive(request.headers, body))
      .then(
        ({ outcome }) => {
          point('before a webhook is acknowledged');
          response.writeHead(outcome === 'stored' || outcome === 'known' ? 200 : 400).end();
        },
        () => response.writeHead(503).end(),
      );
  });
  server.listen(0, '127.0.0.1', () => {
    say({ kind: 'ready', port: (server.address() as AddressInfo).port });
  });
  process.on('message', (message: Told) => {
    if (message.kind === 'clock') ({ ahead } = message);
    if (message.kind === 'click') void answerClick(line, message);
  });
}

async function answerClick(line: Line, asked: Extract<Told, { kind: 'click' }>): Promise<void> {
  let outcome: string;
  try {
    ({ outcome } = await clicked(line, asked));
  } catch {
    // As a merchant's browser would see it: no answer that can be read.
    outcome = 'failed';
  }
  say({ kind: 'clicked', id: asked.id, outcome });
}

async function clicked(
  line: Line,
  { shop, actor, suggestionId, click }: Extract<Told, { kind: 'click' }>,
): Promise<{ readonly outcome: string }> {
  switch (click.click) {
    case 'refund': {
      const { version, chosen } = click;
      return approve(line, { shop, suggestionId, version, actor, checked: [], chosen });
    }
    case 'undo':
      return undo(line, { shop, suggestionId, actor });
    case 'dismiss': {
      const { version } = click;
      return dismiss(line, { shop, suggestionId, version, reason: 'other', actor });
    }
    case 'bulk':
      return startBulk(line, { shop, actor, ticked: click.ticked });
  }
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}

process.once('message', (told: Start) => {
  void start(told).catch(() => process.exit(1));
});
// Whoever started it is gone.
process.on('disconnect', () => process.exit(0));
