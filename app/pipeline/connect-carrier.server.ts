import { randomBytes } from 'node:crypto';
import { writeAuditEvent } from '../db/audit-events.server.ts';
import { deleteConnection, writeConnection } from '../db/carrier-connections.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { forgetRegistrations, retryNumbers } from '../db/parcel-numbers.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

interface Which {
  readonly shop: ShopDomain;
  readonly actor: Actor;
  readonly service: TrackingService;
}

export type ConnectCarrierOutcome =
  | { readonly outcome: 'connected' }
  /** A service that is new needs its key. */
  | { readonly outcome: 'key-missing' };

/** Connects a tracking service, or changes how; a secret that is not given stays as it is. */
export async function connectCarrier(
  { db, cipher, queue, now }: Line,
  { shop, actor, service }: Which,
  set: {
    readonly apiKey: string | null;
    readonly webhookSecret: string | null;
    readonly callsPerDay: number;
  },
): Promise<ConnectCarrierOutcome> {
  const at = now();
  return inTransaction(db, async (tx, sql): Promise<ConnectCarrierOutcome> => {
    const freshHook = randomBytes(16).toString('base64url');
    const written = await writeConnection(
      tx,
      cipher,
      { shop, service },
      { ...set, freshHook, now: at },
    );
    if (!written) return { outcome: 'key-missing' };
    await retryNumbers(tx, shop, at);
    await queue.requestTracking([{ shop }], sql);
    await writeAuditEvent(tx, {
      ...{ shop, orderId: null, suggestionId: null, at, actor },
      kind: 'carrier-connected',
      params: { service },
    });
    return { outcome: 'connected' };
  });
}

export interface DisconnectCarrierOutcome {
  readonly outcome: 'disconnected';
}

/** Lets a service go, with its secrets and its address. What it told stays evidence. */
export async function disconnectCarrier(
  { db, now }: Line,
  { shop, actor, service }: Which,
): Promise<DisconnectCarrierOutcome> {
  await inTransaction(db, async (tx) => {
    await deleteConnection(tx, { shop, service });
    await forgetRegistrations(tx, shop, service);
    await writeAuditEvent(tx, {
      ...{ shop, orderId: null, suggestionId: null, at: now(), actor },
      kind: 'carrier-disconnected',
      params: { service },
    });
  });
  return { outcome: 'disconnected' };
}
