import { writeAuditEvent } from '../db/audit-events.server.ts';
import { readMarkets } from '../db/read-markets.server.ts';
import { findShop } from '../db/shops.server.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { ShopDomain } from '../domain/ids.ts';
import type { PolicyOutline } from '../domain/published/clause.ts';
import {
  conflictKey,
  conflictsWith,
  isContrary,
  type LawConflict,
} from '../domain/published/conflicts.ts';
import { outlineOf } from '../domain/published/outline.ts';
import { problemCodeOf } from '../domain/shopify-problem.ts';
import { patienceOfPeopleMs } from '../shopify/call-admin.server.ts';
import {
  readRefundPolicy,
  writeRefundPolicy,
  type RefundPolicy,
} from '../shopify/refund-policy.server.ts';
import type { Line } from './line.server.ts';

export type PublishedPolicy =
  /** Null: nothing stands there yet. */
  | { readonly outcome: 'read'; readonly policy: RefundPolicy | null }
  | { readonly outcome: 'no-access' }
  | { readonly outcome: 'unreachable' };

/** What buyers find in the shop's refund policy now. */
export async function readPublishedPolicy(
  { admin }: Line,
  shop: ShopDomain,
): Promise<PublishedPolicy> {
  const read = await readRefundPolicy({ admin, shop, patienceMs: patienceOfPeopleMs });
  if (read.outcome === 'read') return read;
  return { outcome: problemCodeOf(read.reason) === 'no-access' ? 'no-access' : 'unreachable' };
}

export type PublishOutcome =
  | { readonly outcome: 'published' }
  /** The settings, or the text that would be replaced, are not those that the merchant saw. */
  | { readonly outcome: 'stale' }
  /** Conflicts with the law that nobody agreed to. */
  | { readonly outcome: 'contrary'; readonly conflicts: readonly LawConflict[] }
  | { readonly outcome: 'no-access' }
  /** Nothing was written. */
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'too-big' }
  /** It may have been written. */
  | { readonly outcome: 'no-answer' };

export interface PublishWish {
  readonly shop: ShopDomain;
  readonly actor: Actor;
  /** BCP 47. */
  readonly language: string;
  /** The settings' version that the merchant saw. */
  readonly version: number;
  /** When the text that he saw was written; null where none stood there. */
  readonly replaces: string | null;
  /** Keys of the conflicts that he agreed to. */
  readonly agreed: readonly string[];
  /** Puts what is to be said into the language, as HTML. */
  readonly bodyOf: (outline: PolicyOutline) => string;
}

/** Writes the return policy into the shop's refund policy, unless it is another one than the merchant saw and agreed to. */
export async function publishReturnPolicy(line: Line, wish: PublishWish): Promise<PublishOutcome> {
  const { db, now } = line;
  const { shop } = wish;
  const merchant = await findShop(db.prisma, shop);
  if (merchant?.policyVersion !== wish.version) return { outcome: 'stale' };
  const { returns } = merchant.policy;
  const markets = await readMarkets(db.prisma, shop, { ownCountry: merchant.country, now: now() });
  const contrary = conflictsWith(returns, markets).filter(isContrary);
  const open = contrary.filter((conflict) => !wish.agreed.includes(conflictKey(conflict)));
  if (open.length > 0) return { outcome: 'contrary', conflicts: open };

  const before = await readPublishedPolicy(line, shop);
  if (before.outcome !== 'read') return before;
  if ((before.policy?.updatedAt ?? null) !== wish.replaces) return { outcome: 'stale' };
  const written = await write(line, wish, wish.bodyOf(outlineOf(returns, markets)));
  if (written.outcome !== 'published') return written;
  await writeAuditEvent(db.prisma, {
    shop,
    orderId: null,
    suggestionId: null,
    at: now(),
    actor: wish.actor,
    kind: 'policy-published',
    params: {
      language: wish.language,
      ...(contrary.length > 0 ? { conflicts: contrary.map(conflictKey).join(' ') } : {}),
    },
  });
  return written;
}

async function write(line: Line, wish: PublishWish, body: string): Promise<PublishOutcome> {
  const { shop, replaces } = wish;
  const caller = { admin: line.admin, shop, patienceMs: patienceOfPeopleMs };
  const written = await writeRefundPolicy(caller, body);
  switch (written.outcome) {
    case 'written':
      return { outcome: 'published' };
    case 'refused':
      if (written.reason === 'TOO_BIG') return { outcome: 'too-big' };
      line.log.warn({ shop, reason: written.reason }, 'the refund policy was not written');
      return {
        outcome: problemCodeOf(written.reason) === 'no-access' ? 'no-access' : 'unreachable',
      };
    case 'no-answer': {
      // Whether it was written shows in what stands there.
      const after = await readPublishedPolicy(line, shop);
      const isWritten = after.outcome === 'read' && (after.policy?.updatedAt ?? null) !== replaces;
      return { outcome: isWritten ? 'published' : 'no-answer' };
    }
  }
}
