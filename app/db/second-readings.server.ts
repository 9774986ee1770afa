import { Prisma } from '#generated/prisma/client.ts';
import { z } from 'zod';
import type { ShopDomain } from '../domain/ids.ts';
import type { ReadWords } from '../domain/intent.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import { instantOf } from './instant-column.ts';
import { jsonOf } from './json-column.ts';
import type { OrderKey } from './order-records.server.ts';
import { readWordsFields } from './read-words-column.ts';

/** What came of asking about one text. */
export type SecondReading =
  | { readonly outcome: 'answered'; readonly askedAt: Instant; readonly reading: ReadWords }
  | { readonly outcome: 'failed'; readonly askedAt: Instant };

/** A text of an order, by its digest. */
export interface TextKey extends OrderKey {
  readonly digest: string;
}

const reading = z.object(readWordsFields);

export async function findSecondReading(
  tx: Tx,
  { shop, orderId, digest }: TextKey,
): Promise<SecondReading | null> {
  const row = await tx.secondReading.findUnique({
    where: { shop_orderId_digest: { shop, orderId, digest } },
  });
  if (!row) return null;
  const askedAt = instantOf(row.askedAt);
  return row.outcome === 'answered'
    ? { outcome: 'answered', askedAt, reading: reading.parse(row.reading) }
    : { outcome: 'failed', askedAt };
}

export async function writeSecondReading(
  tx: Tx,
  { shop, orderId, digest }: TextKey,
  said: SecondReading,
): Promise<void> {
  const { outcome, askedAt } = said;
  const columns = {
    outcome,
    askedAt,
    reading: said.outcome === 'answered' ? jsonOf(said.reading) : Prisma.DbNull,
  };
  await tx.secondReading.upsert({
    where: { shop_orderId_digest: { shop, orderId, digest } },
    create: { shop, orderId, digest, ...columns },
    update: columns,
  });
}

/** Takes one question from the day's budget (UTC); false when there is none left. Safe against others who ask at once. */
export async function takeFromBudget(
  tx: Tx,
  shop: ShopDomain,
  { now, perDay }: { readonly now: Instant; readonly perDay: number },
): Promise<boolean> {
  if (perDay < 1) return false;
  const taken = await tx.$executeRaw`
    INSERT INTO second_reader_day AS today (shop, day, asked) VALUES (${shop}, ${dayOf(now)}::date, 1)
    ON CONFLICT (shop, day) DO UPDATE SET asked = today.asked + 1 WHERE today.asked < ${perDay}`;
  return taken > 0;
}

/** How often it was asked on the day of `now`. */
export async function askedToday(tx: Tx, shop: ShopDomain, now: Instant): Promise<number> {
  const day = new Date(`${dayOf(now)}T00:00:00Z`);
  const row = await tx.secondReaderDay.findUnique({ where: { shop_day: { shop, day } } });
  return row?.asked ?? 0;
}

function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}
