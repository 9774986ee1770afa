import { createHash } from 'node:crypto';
import { readEvent } from '../carriers/read-event.ts';
import { isSignedBy } from '../carriers/signatures.server.ts';
import {
  noteHeard,
  openConnectionOf,
  type OpenedConnection,
} from '../db/carrier-connections.server.ts';
import type { RefusalReason } from '../domain/carriers/refusals.ts';
import { signsWithApiKey, type TrackingService } from '../domain/carriers/tracking-services.ts';
import { addDays } from '../domain/time.ts';
import type { Line } from './line.server.ts';
import { recordScans } from './record-scans.server.ts';

export type ReceiveCarrierEventOutcome =
  | { readonly outcome: 'recorded'; readonly recorded: number; readonly strangers: number }
  /** It came before: nothing is done, and the service is to send it no more. */
  | { readonly outcome: 'known' }
  /** Nothing about a parcel's way. */
  | { readonly outcome: 'other' }
  | {
      readonly outcome: 'refused';
      readonly why: Extract<RefusalReason, 'wrong-signature' | 'too-old' | 'unreadable'>;
    };

/** 16 bytes of chance. */
const hookPattern = /^[A-Za-z0-9_-]{22}$/;

/** Whose webhooks come to this address. */
export async function connectionAt(
  { db, cipher }: Line,
  { service, hook }: { readonly service: TrackingService; readonly hook: string },
): Promise<OpenedConnection | null> {
  return hookPattern.test(hook) ? openConnectionOf(db.prisma, cipher, { service, hook }) : null;
}

/** Services try for six days at most. */
const mostDaysOld = 7;

/** What a tracking service sent to a shop's address: checked, read, and kept as evidence of the orders it is about. */
export async function receiveCarrierEvent(
  line: Line,
  connection: OpenedConnection,
  sent: { readonly headers: Headers; readonly body: Buffer },
): Promise<ReceiveCarrierEventOutcome> {
  const { shop, service, apiKey, webhookSecret } = connection;
  const refused = (why: 'wrong-signature' | 'too-old' | 'unreadable') => {
    line.refusals.note({ shop, service, why });
    return { outcome: 'refused', why } as const;
  };
  const secret = signsWithApiKey(service) ? apiKey : webhookSecret;
  if (!secret || !isSignedBy(service, { ...sent, secret })) return refused('wrong-signature');
  await noteHeard(line.db.prisma, { shop, service, now: line.now() });
  const read = readEvent[service](jsonIn(sent.body));
  if (read.outcome === 'other') return read;
  if (read.outcome === 'unreadable') {
    line.log.warn({ shop, service, fields: read.fields }, 'a carrier event has another shape');
    return refused('unreadable');
  }
  const { eventId, sentAt, scans, unreadable } = read.event;
  if (sentAt !== null && sentAt < addDays(line.now(), -mostDaysOld)) return refused('too-old');
  if (unreadable > 0) line.log.warn({ shop, service, unreadable }, 'scans without an instant');
  const event = { service, eventId: eventId ?? digestOf(sent.body) };
  const came = await recordScans(line, shop, { source: service, scans, event, scanId: null });
  if (came.outcome === 'known') line.refusals.note({ shop, service, why: 'replayed' });
  else if (came.strangers > 0) line.refusals.note({ shop, service, why: 'unknown-number' });
  return came;
}

/** Names an event of a service that gives no ids: the same bytes are the same event. */
function digestOf(body: Buffer): string {
  return createHash('sha256').update(body).digest('hex');
}

/** Undefined for what is no JSON: no shape fits it. */
function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
