import type { TextReader } from '../domain/intent.ts';
import type { NoteFacts } from '../domain/order-facts.ts';
import type { Instant } from '../domain/time.ts';

/** What an order's note says; most say nothing that anybody is owed money for. It was written by this change at the latest. */
export function noteFrom(
  text: string | null | undefined,
  { updatedAt, read }: { readonly updatedAt: Instant; readonly read: TextReader },
): NoteFacts | null {
  if (!text) return null;
  const { intents } = read(text);
  // Gift cards and directions to the door are no question to anybody.
  return intents.length > 0 ? { at: updatedAt, intents } : null;
}
