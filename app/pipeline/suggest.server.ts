import { writeAuditEvent } from '../db/audit-events.server.ts';
import type { Tx } from '../db/database.server.ts';
import type { OrderKey } from '../db/order-records.server.ts';
import type { Judged } from '../db/suggestion-row.ts';
import {
  findSettled,
  findSuggestion,
  findUnfinished,
  moveSuggestion,
  openSuggestion,
  reviseSuggestion,
} from '../db/suggestions.server.ts';
import type { ShopDomain } from '../domain/ids.ts';
import { compare } from '../domain/money.ts';
import type { CaseFacts } from '../domain/case-facts.ts';
import { carriersOf } from '../domain/parcels/carriers-of.ts';
import { hasNewEvidence, isSameVerdict } from '../domain/same-verdict.ts';
import { givenBackIn, withdrawnReason, type Known } from '../domain/stale.ts';
import { undecidedStates } from '../domain/suggestion-states.ts';
import type { Assessment, Suggestion, WithdrawnReason } from '../domain/suggestion.ts';
import type { Instant } from '../domain/time.ts';
import { verdictOf } from '../domain/verdict.ts';
import { wakeIn } from './wake.server.ts';

interface Looked {
  readonly shop: ShopDomain;
  /** What was known at the look before this one; null at the first. */
  readonly before: Known | null;
  readonly about: CaseFacts;
  readonly assessment: Assessment;
  readonly policyVersion: number;
  readonly now: Instant;
}

/**
 * The only writer of suggestions: opens, revises or withdraws the order's one suggestion. Answers the one that is new, or that
 * people would see changed; null where nothing is to be decided anew.
 */
export async function suggest(tx: Tx, looked: Looked): Promise<Suggestion | null> {
  const { shop, about, assessment, policyVersion } = looked;
  const suggestion = await findUnfinished(tx, { shop, orderId: about.order.orderId });
  const judged = verdictOf(assessment);
  const verdict = judged && { ...judged, carriers: carriersOf(about.order), policyVersion };
  if (!suggestion) return verdict ? open(tx, looked, verdict) : null;
  if (!undecidedStates.some((state) => state === suggestion.state)) return null;
  if (verdict) return revise(tx, looked, { suggestion, ...verdict });
  const reason = withdrawnReason({
    claim: suggestion.claim,
    before: looked.before ?? about,
    now: about,
    at: looked.now,
  });
  await withdraw(tx, suggestion, reason, looked.now);
  return null;
}

/** The order was deleted at Shopify: nothing can be paid for it any more. */
export async function withdrawGone(tx: Tx, order: OrderKey, now: Instant): Promise<void> {
  const suggestion = await findUnfinished(tx, order);
  if (suggestion) await withdraw(tx, suggestion, 'order-gone', now);
}

async function open(tx: Tx, looked: Looked, verdict: Judged): Promise<Suggestion | null> {
  const { shop, about, now } = looked;
  const { orderId, name, destinationCountry } = about.order;
  // After a decision, only evidence that it did not have makes a new suggestion.
  const settled = await findSettled(tx, { shop, orderId });
  if (!settled.every((old) => hasNewEvidence(old.claim, verdict.claim))) return null;
  const suggestion = await openSuggestion(tx, {
    shop,
    orderId,
    orderName: name,
    destinationCountry,
    judged: verdict,
    now,
  });
  await writeAuditEvent(tx, {
    shop,
    orderId,
    suggestionId: suggestion.id,
    at: now,
    actor: 'system',
    kind: 'suggestion-opened',
    params: {
      ground: verdict.claim.ground,
      amount: { kind: 'money', money: verdict.claim.stake.estimate },
    },
  });
  return suggestion;
}

async function revise(
  tx: Tx,
  { before, about, now }: Looked,
  { suggestion, ...judged }: Judged & { readonly suggestion: Suggestion },
): Promise<Suggestion | null> {
  const { claim } = judged;
  // Money that went back since is news, even where it leaves the estimate as it was.
  const paidMeanwhile =
    before !== null && compare(givenBackIn(before.order), givenBackIn(about.order)) !== 0;
  const visibly = paidMeanwhile || !isSameVerdict(suggestion.claim, claim);
  await reviseSuggestion(tx, { suggestion, judged, visibly, now });
  if (!visibly) return null;
  await writeAuditEvent(tx, {
    shop: suggestion.shop,
    orderId: suggestion.orderId,
    suggestionId: suggestion.id,
    at: now,
    actor: 'system',
    kind: 'suggestion-changed',
    params: {
      ground: claim.ground,
      amount: { kind: 'money', money: claim.stake.estimate },
    },
  });
  if (suggestion.state === 'snoozed') {
    await wakeIn(tx, suggestion, { because: 'changed', actor: 'system', now });
  }
  return findSuggestion(tx, suggestion.shop, suggestion.id);
}

async function withdraw(
  tx: Tx,
  suggestion: Suggestion,
  reason: WithdrawnReason,
  now: Instant,
): Promise<void> {
  const { shop, id, orderId } = suggestion;
  const moved = await moveSuggestion(tx, {
    shop,
    id,
    to: 'withdrawn',
    version: suggestion.version,
    now,
    withdrawnBecause: reason,
  });
  if (!moved) return;
  await writeAuditEvent(tx, {
    shop,
    orderId,
    suggestionId: id,
    at: now,
    actor: 'system',
    kind: 'suggestion-withdrawn',
    params: { reason },
  });
}
