import { createHash, randomBytes } from 'node:crypto';
import { findShopOfToken, replaceApiToken } from '../db/api-tokens.server.ts';
import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Line } from './line.server.ts';

const pattern = /^amends_[A-Za-z0-9_-]{43}$/;

export interface MadeApiToken {
  readonly outcome: 'made';
  /** Shown once: only its digest is kept. */
  readonly token: string;
}

/** Makes the shop's token; the one before it is none any more. */
export async function makeApiToken(
  { db, now }: Line,
  { shop, actor }: { readonly shop: ShopDomain; readonly actor: Actor },
): Promise<MadeApiToken> {
  const token = `amends_${randomBytes(32).toString('base64url')}`;
  const madeAt = now();
  await inTransaction(db, async (tx) => {
    await replaceApiToken(tx, shop, { digest: digestOf(token), madeAt });
    await writeAuditEvent(tx, {
      ...{ shop, orderId: null, suggestionId: null, at: madeAt, actor },
      kind: 'api-token-made',
      params: {},
    });
  });
  return { outcome: 'made', token };
}

/** The shop of an `Authorization` header; null when it holds no token, or nobody's. */
export async function shopOfToken(
  { db, now }: Line,
  authorization: string | null,
): Promise<ShopDomain | null> {
  const token = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined || !pattern.test(token)) return null;
  return findShopOfToken(db.prisma, { digest: digestOf(token), now: now() });
}

/** A token is 256 bits of chance: nothing is gained by a slow digest. */
function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
