import type { ApiTokenRecord } from '../domain/api-token.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';

export async function readApiToken(tx: Tx, shop: ShopDomain): Promise<ApiTokenRecord | null> {
  const row = await tx.apiToken.findUnique({ where: { shop } });
  return row && { madeAt: instantOf(row.madeAt), usedAt: row.usedAt && instantOf(row.usedAt) };
}

/** From now on the shop's only token. */
export async function replaceApiToken(
  tx: Tx,
  shop: ShopDomain,
  { digest, madeAt }: { readonly digest: string; readonly madeAt: Instant },
): Promise<void> {
  const row = { digest, madeAt, usedAt: null };
  await tx.apiToken.upsert({ where: { shop }, create: { shop, ...row }, update: row });
}

/** Whose token has this digest; null when it is nobody's. */
export async function findShopOfToken(
  tx: Tx,
  { digest, now }: { readonly digest: string; readonly now: Instant },
): Promise<ShopDomain | null> {
  const row = await tx.apiToken.findUnique({ where: { digest } });
  if (!row) return null;
  // Not at every use: thousands of messages an hour would write the one row again and again.
  await tx.$executeRaw`
    update api_token set used_at = ${now}::timestamptz
    where digest = ${digest} and (used_at is null or used_at < ${now}::timestamptz - interval '1 minute')`;
  return row.shop as ShopDomain;
}
