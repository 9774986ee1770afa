import { z } from 'zod';
import type { DigestProblem } from '../domain/digest/digest.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { maybeInstantOf } from './instant-column.ts';
import type { TokenCipher } from './token-cipher.server.ts';

/** Where a shop's digest goes; nowhere while there is neither. */
export interface DigestSetting {
  readonly language: string;
  readonly recipients: readonly string[];
  readonly chatUrl: string | null;
  readonly sentFor: string | null;
  readonly sentAt: Instant | null;
  readonly problem: DigestProblem | null;
}

const addresses = z.array(z.string());

export async function readDigestSetting(
  tx: Tx,
  cipher: TokenCipher,
  shop: ShopDomain,
): Promise<DigestSetting | null> {
  const row = await tx.digestSetting.findUnique({ where: { shop } });
  if (!row) return null;
  const { language, recipients, chatUrl, sentFor, sentAt, problem } = row;
  return {
    language,
    recipients:
      recipients === null
        ? []
        : addresses.parse(JSON.parse(cipher.open(recipients, boundTo(shop, 'recipients')))),
    chatUrl: chatUrl === null ? null : cipher.open(chatUrl, boundTo(shop, 'chat')),
    sentFor,
    sentAt: maybeInstantOf(sentAt),
    problem: problem as DigestProblem | null,
  };
}

export async function writeDigestSetting(
  tx: Tx,
  cipher: TokenCipher,
  shop: ShopDomain,
  { language, recipients, chatUrl }: Pick<DigestSetting, 'language' | 'recipients' | 'chatUrl'>,
): Promise<void> {
  const row = {
    language,
    recipients:
      recipients.length === 0
        ? null
        : cipher.seal(JSON.stringify(recipients), boundTo(shop, 'recipients')),
    chatUrl: chatUrl === null ? null : cipher.seal(chatUrl, boundTo(shop, 'chat')),
    problem: null,
  };
  await tx.digestSetting.upsert({ where: { shop }, create: { shop, ...row }, update: row });
}

/** Off again: nothing of it is kept. */
export async function deleteDigestSetting(tx: Tx, shop: ShopDomain): Promise<void> {
  await tx.digestSetting.deleteMany({ where: { shop } });
}

/** Takes the day's digest; false when somebody else took it. */
export async function takeDigest(
  tx: Tx,
  shop: ShopDomain,
  { day, now }: { readonly day: string; readonly now: Instant },
): Promise<boolean> {
  const taken = await tx.digestSetting.updateMany({
    where: { shop, OR: [{ sentFor: null }, { sentFor: { not: day } }] },
    data: { sentFor: day, sentAt: now },
  });
  return taken.count > 0;
}

/** Nothing of the day's digest went out: it is still to be sent. */
export async function giveDigestBack(
  tx: Tx,
  shop: ShopDomain,
  before: Pick<DigestSetting, 'sentFor' | 'sentAt'>,
): Promise<void> {
  await tx.digestSetting.updateMany({ where: { shop }, data: { ...before } });
}

export async function noteDigestProblem(
  tx: Tx,
  shop: ShopDomain,
  problem: DigestProblem | null,
): Promise<void> {
  await tx.digestSetting.updateMany({ where: { shop }, data: { problem } });
}

/** Installed shops with a digest: their timezones, and the day of the last one. */
export async function findDigests(tx: Tx): Promise<
  readonly {
    readonly shop: ShopDomain;
    readonly timezone: string;
    readonly sentFor: string | null;
  }[]
> {
  return tx.$queryRaw`
    select digest.shop, shop.timezone, digest.sent_for as "sentFor" from digest_setting digest
      join shop on shop.domain = digest.shop and shop.uninstalled_at is null
    order by digest.shop`;
}

function boundTo(shop: string, what: 'recipients' | 'chat'): string {
  return `digest ${what} ${shop}`;
}
