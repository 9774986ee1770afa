import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import { intents, readers } from '../domain/intent.ts';
import type { ReadingTally } from '../domain/learning/heard-from.ts';
import type { ReadingVerdict, ShownReading } from '../domain/learning/reading-label.ts';
import type { Instant } from '../domain/time.ts';
import type { Tx } from './database.server.ts';
import type { OrderKey } from './order-records.server.ts';

/** Keeps what a decision says of a reading; the last decision about a suggestion counts. */
export async function writeReadingLabel(
  tx: Tx,
  { shop, orderId, suggestionId }: OrderKey & { readonly suggestionId: SuggestionId },
  label: { readonly shown: ShownReading; readonly verdict: ReadingVerdict; readonly at: Instant },
): Promise<void> {
  const { shown, verdict, at } = label;
  const columns = { ...shown, orderId, verdict, at };
  await tx.readingLabel.upsert({
    where: { shop_suggestionId: { shop, suggestionId } },
    create: { shop, suggestionId, ...columns },
    update: columns,
  });
}

/** The decision was taken back. */
export async function dropReadingLabel(
  tx: Tx,
  shop: ShopDomain,
  suggestionId: SuggestionId,
): Promise<void> {
  await tx.readingLabel.deleteMany({ where: { shop, suggestionId } });
}

/** Forgets what the shop's decisions taught; how many they were. */
export async function forgetReadingLabels(tx: Tx, shop: ShopDomain): Promise<number> {
  return (await tx.readingLabel.deleteMany({ where: { shop } })).count;
}

interface TallyRow {
  readonly intent: string;
  readonly reader: string;
  readonly accepted: number;
  readonly wrong: number;
  readonly dismissed: number;
  readonly expected: number | null;
}

/** What the shop's decisions say, by reader and intent, the most decided first. */
export async function readReadingTallies(
  tx: Tx,
  shop: ShopDomain,
): Promise<readonly ReadingTally[]> {
  const rows = await tx.$queryRaw<TallyRow[]>`
    SELECT intent, reader,
      count(*) FILTER (WHERE verdict = 'accepted')::int AS accepted,
      count(*) FILTER (WHERE verdict = 'wrong')::int AS wrong,
      count(*) FILTER (WHERE verdict = 'dismissed')::int AS dismissed,
      (avg(percent) FILTER (WHERE verdict <> 'dismissed'))::float8 / 100 AS expected
    FROM reading_label WHERE shop = ${shop}
    GROUP BY intent, reader ORDER BY count(*) DESC, intent, reader`;
  return rows.flatMap(({ intent: named, reader: by, expected, ...counts }) => {
    const intent = intents.find((known) => known === named);
    const reader = readers.find((known) => known === by);
    // Of an intent that a newer version knows.
    return intent && reader ? [{ intent, reader, ...counts, expected: expected ?? 0 }] : [];
  });
}
