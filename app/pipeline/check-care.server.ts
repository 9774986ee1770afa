import { hasAudit, writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Suggestion } from '../domain/suggestion.ts';
import type { Line } from './line.server.ts';

export type CheckCareOutcome =
  /** Questions of law and ethics were not answered; nothing was paid. */
  | { readonly outcome: 'checklist-open' }
  /** Somebody else has to agree; that the first one did is written down. */
  | { readonly outcome: 'second-person-needed' };

interface CareTaken {
  readonly shop: ShopDomain;
  readonly suggestionId: SuggestionId;
  readonly version: number;
  readonly actor: Actor;
  readonly checked: readonly string[];
}

/** What special circumstances, and large amounts, ask before money moves; null when all is answered. */
export async function checkCare(
  { db, now }: Line,
  { care, orderId, isLarge, amount }: Suggestion & { readonly isLarge: boolean },
  { shop, suggestionId, version, actor, checked }: CareTaken,
): Promise<CheckCareOutcome | null> {
  if (care.checklist.some((question) => !checked.includes(question))) {
    return { outcome: 'checklist-open' };
  }
  if (!care.secondPerson && !isLarge) return null;
  // The machine is nobody who could have agreed.
  if (actor === 'system') return { outcome: 'second-person-needed' };
  const asked = { shop, suggestionId, kind: 'second-person-asked', version, amount } as const;
  return inTransaction(db, async (tx): Promise<CheckCareOutcome | null> => {
    if (await hasAudit(tx, { ...asked, notBy: actor })) return null;
    await writeAuditEvent(tx, {
      shop,
      orderId,
      suggestionId,
      at: now(),
      actor,
      kind: 'second-person-asked',
      params: { version, amount: { kind: 'money', money: amount } },
    });
    return { outcome: 'second-person-needed' };
  });
}
