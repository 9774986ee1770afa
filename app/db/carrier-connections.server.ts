import type { CarrierConnection as Row } from '#generated/prisma/client.ts';
import type { CallProblem } from '../domain/carriers/call-problems.ts';
import type { TrackingService } from '../domain/carriers/tracking-services.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf, maybeInstantOf } from './instant-column.ts';
import type { TokenCipher } from './token-cipher.server.ts';

/** How a tracking service stands with a shop; what may be shown of it. */
export interface CarrierConnection {
  readonly service: TrackingService;
  readonly hook: string;
  readonly hasWebhookSecret: boolean;
  readonly callsPerDay: number;
  readonly connectedAt: Instant;
  readonly heardAt: Instant | null;
  readonly problem: CallProblem | null;
  readonly problemAt: Instant | null;
}

/** With its secrets, opened. */
export interface OpenedConnection extends CarrierConnection {
  readonly shop: ShopDomain;
  readonly apiKey: string;
  readonly webhookSecret: string | null;
}

export async function readConnections(
  tx: Tx,
  shop: ShopDomain,
): Promise<readonly CarrierConnection[]> {
  const rows = await tx.carrierConnection.findMany({
    where: { shop },
    orderBy: { service: 'asc' },
  });
  return rows.map(shownOf);
}

/** Whether any service is connected. */
export async function hasConnection(tx: Tx, shop: ShopDomain): Promise<boolean> {
  return (await tx.carrierConnection.count({ where: { shop } })) > 0;
}

export async function openConnections(
  tx: Tx,
  cipher: TokenCipher,
  shop: ShopDomain,
): Promise<readonly OpenedConnection[]> {
  const rows = await tx.carrierConnection.findMany({
    where: { shop },
    orderBy: { service: 'asc' },
  });
  return rows.map((row) => opened(row, cipher));
}

/** Whose webhooks come to this address; null when it is nobody's. */
export async function openConnectionOf(
  tx: Tx,
  cipher: TokenCipher,
  { service, hook }: { readonly service: TrackingService; readonly hook: string },
): Promise<OpenedConnection | null> {
  const row = await tx.carrierConnection.findUnique({ where: { hook } });
  return row?.service === service ? opened(row, cipher) : null;
}

/** Connects the service, or changes how; what is not given stays. False when there is nothing to change yet. */
export async function writeConnection(
  tx: Tx,
  cipher: TokenCipher,
  { shop, service }: { readonly shop: ShopDomain; readonly service: TrackingService },
  set: {
    readonly apiKey: string | null;
    readonly webhookSecret: string | null;
    readonly callsPerDay: number;
    readonly freshHook: string;
    readonly now: Instant;
  },
): Promise<boolean> {
  const { apiKey, webhookSecret, callsPerDay, freshHook, now } = set;
  const sealed = {
    ...(apiKey === null ? {} : { apiKey: cipher.seal(apiKey, boundTo(shop, service, 'key')) }),
    ...(webhookSecret === null
      ? {}
      : { webhookSecret: cipher.seal(webhookSecret, boundTo(shop, service, 'secret')) }),
  };
  const key = { shop, service };
  const changed = await tx.carrierConnection.updateMany({
    where: key,
    data: {
      ...sealed,
      callsPerDay,
      ...(apiKey === null ? {} : { problem: null, problemAt: null }),
    },
  });
  if (changed.count > 0) return true;
  if (!sealed.apiKey) return false;
  await tx.carrierConnection.create({
    data: {
      ...key,
      ...sealed,
      apiKey: sealed.apiKey,
      hook: freshHook,
      callsPerDay,
      connectedAt: now,
    },
  });
  return true;
}

export async function deleteConnection(
  tx: Tx,
  { shop, service }: { readonly shop: ShopDomain; readonly service: TrackingService },
): Promise<void> {
  await tx.carrierConnection.deleteMany({ where: { shop, service } });
}

/** The service sent something that was signed. */
export async function noteHeard(
  tx: Tx,
  {
    shop,
    service,
    now,
  }: { readonly shop: ShopDomain; readonly service: string; readonly now: Instant },
): Promise<void> {
  await tx.carrierConnection.updateMany({ where: { shop, service }, data: { heardAt: now } });
}

/** How the last call went; null for well. */
export async function noteCalled(
  tx: Tx,
  { shop, service }: { readonly shop: ShopDomain; readonly service: TrackingService },
  { problem, now }: { readonly problem: CallProblem | null; readonly now: Instant },
): Promise<void> {
  await tx.carrierConnection.updateMany({
    where: { shop, service },
    data: { problem, problemAt: problem === null ? null : now },
  });
}

/** Shops that a service is connected to. */
export async function findConnectedShops(tx: Tx): Promise<readonly ShopDomain[]> {
  const rows = await tx.carrierConnection.findMany({
    distinct: ['shop'],
    select: { shop: true },
    orderBy: { shop: 'asc' },
  });
  return rows.map(({ shop }) => shop as ShopDomain);
}

function shownOf(row: Row): CarrierConnection {
  return {
    service: row.service as TrackingService,
    hook: row.hook,
    hasWebhookSecret: row.webhookSecret !== null,
    callsPerDay: row.callsPerDay,
    connectedAt: instantOf(row.connectedAt),
    heardAt: maybeInstantOf(row.heardAt),
    problem: row.problem as CallProblem | null,
    problemAt: maybeInstantOf(row.problemAt),
  };
}

function opened(row: Row, cipher: TokenCipher): OpenedConnection {
  const { shop, service, apiKey, webhookSecret } = row;
  return {
    ...shownOf(row),
    shop: shop as ShopDomain,
    apiKey: cipher.open(apiKey, boundTo(shop, service, 'key')),
    webhookSecret:
      webhookSecret === null ? null : cipher.open(webhookSecret, boundTo(shop, service, 'secret')),
  };
}

function boundTo(shop: string, service: string, what: 'key' | 'secret'): string {
  return `carrier ${what} ${service} ${shop}`;
}
