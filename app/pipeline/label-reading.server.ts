import type { Tx } from '../db/database.server.ts';
import { writeReadingLabel } from '../db/reading-labels.server.ts';
import { shownReadingOf, type ReadingVerdict } from '../domain/learning/reading-label.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';

/** Keeps what a decision says of the reading that the suggestion was shown with, where there was one. */
export async function labelReading(
  tx: Tx,
  { shop, orderId, id, claim }: Suggestion,
  decision: { readonly verdict: ReadingVerdict; readonly at: Instant },
): Promise<void> {
  const shown = shownReadingOf(claim);
  if (shown)
    await writeReadingLabel(tx, { shop, orderId, suggestionId: id }, { shown, ...decision });
}
