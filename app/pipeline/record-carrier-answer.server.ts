import { randomUUID } from 'node:crypto';
import { writeAuditEvent } from '../db/audit-events.server.ts';
import { readOrderRecord } from '../db/order-records.server.ts';
import { findSuggestion } from '../db/suggestions.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { CarrierVerdict } from '../domain/case-facts.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Line } from './line.server.ts';
import { recordSignal } from './record-signal.server.ts';

export type RecordCarrierAnswerOutcome =
  | { readonly outcome: 'recorded' }
  /** The suggestion is about no parcel that could be asked for. */
  | { readonly outcome: 'no-such-parcel' }
  | { readonly outcome: 'gone' };

/** What the carrier answered to an inquiry becomes evidence, and the order is judged anew. */
export async function recordCarrierAnswer(
  line: Line,
  answer: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly verdict: CarrierVerdict;
    readonly actor: Actor;
    /** The sender's own id of it: the same answer twice is one. */
    readonly externalId?: string;
  },
): Promise<RecordCarrierAnswerOutcome> {
  const { db, now } = line;
  const { shop, suggestionId, verdict, actor, externalId = randomUUID() } = answer;
  const suggestion = await findSuggestion(db.prisma, shop, suggestionId);
  if (!suggestion) return { outcome: 'gone' };
  const { orderId } = suggestion;
  const { fulfillmentId } = suggestion.claim;
  const record = await readOrderRecord(db.prisma, suggestion);
  const parcel = record?.facts.parcels.find((one) => one.fulfillmentId === fulfillmentId);
  if (!parcel) return { outcome: 'no-such-parcel' };
  const at = now();
  const { outcome } = await recordSignal(
    line,
    { shop, orderId },
    {
      kind: 'carrier-answer',
      externalId,
      signal: { fulfillmentId: parcel.fulfillmentId, at, verdict },
    },
  );
  if (outcome === 'known') return { outcome: 'recorded' };
  await writeAuditEvent(db.prisma, {
    shop,
    orderId,
    suggestionId,
    at,
    actor,
    kind: 'carrier-answer-recorded',
    params: { verdict },
  });
  return { outcome: 'recorded' };
}
