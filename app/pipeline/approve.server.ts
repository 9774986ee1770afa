import { randomUUID } from 'node:crypto';
import { writeAuditEvent } from '../db/audit-events.server.ts';
import { inTransaction } from '../db/database.server.ts';
import { lockOrder, readOrderRecord } from '../db/order-records.server.ts';
import { intendRefund, readSpent } from '../db/refund-attempts.server.ts';
import { findShop, type Shop } from '../db/shops.server.ts';
import { findSuggestion, moveSuggestion, repriceSuggestion } from '../db/suggestions.server.ts';
import { assess } from '../domain/assess.ts';
import type { Actor } from '../domain/audit-event.ts';
import type { Evidence, NonEmpty } from '../domain/claim.ts';
import {
  parseRefundAttemptId,
  type RefundAttemptId,
  type ShopDomain,
  type SuggestionId,
} from '../domain/ids.ts';
import { compare, type Money } from '../domain/money.ts';
import type { OrderFacts } from '../domain/order-facts.ts';
import type { ChoiceProblem, RefundChoice } from '../domain/remedy/chosen-plan.ts';
import {
  brokenLimit,
  inShopCurrency,
  needsSecondPerson,
  type BrokenLimit,
} from '../domain/remedy/limits.ts';
import { refundPathFor, type RefundPath } from '../domain/remedy/refund-path.ts';
import { totalOf, type RefundPlan } from '../domain/remedy/refund-plan.ts';
import { refundableOf } from '../domain/remedy/refundable.ts';
import { staleness } from '../domain/stale.ts';
import { canMove } from '../domain/suggestion-states.ts';
import type { Suggestion, SuggestionState } from '../domain/suggestion.ts';
import { addSeconds, type Instant } from '../domain/time.ts';
import { patienceOfPeopleMs } from '../shopify/call-admin.server.ts';
import { priceRefund, type PricedRefund } from '../shopify/price-refund.server.ts';
import { readOrderFacts } from '../shopify/read-order-facts.server.ts';
import { refundRequest } from '../shopify/refund-request.ts';
import { checkCare, type CheckCareOutcome } from './check-care.server.ts';
import { gatherCase, knownAt } from './gather-case.server.ts';
import { keepFirstSeen } from './keep-first-seen.ts';
import { labelReading } from './label-reading.server.ts';
import type { Line } from './line.server.ts';
import { nothingToPay, planOf } from './plan-of.ts';
import { textReader } from './text-reader.server.ts';

export interface Approval {
  readonly shop: ShopDomain;
  readonly suggestionId: SuggestionId;
  /** The version that the merchant saw. */
  readonly version: number;
  /** `system`: the machine pays without being asked. */
  readonly actor: Actor;
  /** Questions of the checklist that were answered. */
  readonly checked: readonly string[];
  /** What the merchant chose himself, with the sum that he saw; absent for what was suggested. */
  readonly chosen?: { readonly choice: RefundChoice; readonly amount: Money } | undefined;
}

export type NotRefundableReason =
  | 'nothing-refundable'
  /** The money came in outside Shopify and must go back there too. */
  | 'manual-gateway'
  | 'order-gone'
  | 'currency-unknown'
  /** Shopify's price is above what is left when pending refunds are counted. */
  | 'above-refundable'
  /** The merchant stopped all refunds. */
  | 'stopped';

export type ApproveOutcome =
  | {
      readonly outcome: 'approved';
      readonly holdUntil: Instant;
      readonly amount: Money;
    }
  /** What was shown is no longer so; nothing was paid. */
  | { readonly outcome: 'stale'; readonly changes: NonEmpty<Evidence> }
  | { readonly outcome: 'already-decided'; readonly state: SuggestionState }
  | { readonly outcome: 'not-refundable'; readonly reason: NotRefundableReason }
  | ({ readonly outcome: 'over-limit' } & BrokenLimit)
  | { readonly outcome: 'wrong-choice'; readonly problem: ChoiceProblem }
  | CheckCareOutcome
  /** Shopify didn't answer; nothing was paid. */
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'gone' };

/**
 * The click. Reads the facts again, has Shopify price the refund, and writes down the intent with the
 * exact request; the money goes out when the hold is over.
 */
export async function approve(line: Line, approval: Approval): Promise<ApproveOutcome> {
  const { db } = line;
  const { shop, suggestionId, version } = approval;
  const suggestion = await findSuggestion(db.prisma, shop, suggestionId);
  const merchant = await findShop(db.prisma, shop);
  if (!suggestion || !merchant) return { outcome: 'gone' };
  if (!canMove(suggestion.state, 'approved')) {
    return { outcome: 'already-decided', state: suggestion.state };
  }
  if (suggestion.version !== version) return { outcome: 'stale', changes: [revised] };
  if (merchant.policy.money.stopped) return notRefundable('stopped');

  const readAt = line.now();
  const { orderId } = suggestion;
  const caller = { admin: line.admin, shop, patienceMs: patienceOfPeopleMs };
  const reader = textReader(line, { shop, orderId, policy: merchant.policy, mayAsk: false });
  const read = await readOrderFacts(caller, orderId, reader);
  if (read.outcome === 'unreachable') return { outcome: 'unreachable' };
  if (read.outcome === 'no-such-order') return notRefundable('order-gone');
  const record = await readOrderRecord(db.prisma, suggestion);
  const facts = record ? keepFirstSeen(record.facts, read.facts) : read.facts;
  const about = await gatherCase(db.prisma, merchant, { order: facts, now: readAt });
  const changes = staleness({
    claim: suggestion.claim,
    before: record ? knownAt(about, record.facts, record.readAt) : about,
    now: about,
    at: readAt,
    assessment: assess(about, merchant.policy, readAt),
  });
  if (changes) {
    await line.queue.requestLooks([{ shop, orderId }]);
    return { outcome: 'stale', changes };
  }

  const planned = planOf({ suggestion, facts, chosen: approval.chosen?.choice }, merchant, readAt);
  if (planned.outcome === 'wrong') return { outcome: 'wrong-choice', problem: planned.problem };
  const { plan } = planned;
  const path = refundPathFor(plan, facts);
  const pricing =
    path.path === 'void' ? nothingToPay(facts) : await priceRefund(caller, orderId, plan);
  if (pricing.outcome === 'unreachable') return { outcome: 'unreachable' };
  if (pricing.outcome !== 'priced') return notRefundable(pricing.outcome);
  const { priced } = pricing;
  const refused = await refusePrice(line, { suggestion, facts, priced, chosen: approval.chosen });
  if (refused) return refused;
  const shopAmount = inShopCurrency(priced.amount, facts.payment);
  const isLarge = needsSecondPerson(shopAmount, merchant.policy.money);
  const asked = await checkCare(line, { ...suggestion, isLarge, amount: priced.amount }, approval);
  if (asked) return asked;
  return write(line, { approval, suggestion, merchant, facts, plan, path, priced, shopAmount });
}

const revised: Evidence = { code: 'change.revised', params: {}, at: null };

/** Says no to a price that is not the one on the button, or is more than what is left. */
async function refusePrice(
  { db, now }: Line,
  offered: {
    readonly suggestion: Suggestion;
    readonly facts: OrderFacts;
    readonly priced: PricedRefund;
    readonly chosen: Approval['chosen'];
  },
): Promise<ApproveOutcome | null> {
  const { suggestion, facts, priced, chosen } = offered;
  if (priced.amount.currencyCode !== facts.currency) {
    throw new Error(
      `Shopify priced in ${priced.amount.currencyCode} what was paid in ${facts.currency}`,
    );
  }
  if (priced.transactions.some(({ manual }) => manual)) return notRefundable('manual-gateway');
  const sent = priced.credit ?? totalOf(priced.transactions, facts.currency);
  if (compare(sent, priced.amount) !== 0 || compare(sent, refundableOf(facts)) > 0) {
    return notRefundable('above-refundable');
  }
  const shown = chosen?.amount ?? suggestion.amount;
  if (compare(priced.amount, shown) === 0) return null;
  if (!chosen)
    await repriceSuggestion(db.prisma, { suggestion, amount: priced.amount, now: now() });
  const params = {
    before: { kind: 'money', money: shown },
    after: { kind: 'money', money: priced.amount },
  } as const;
  return { outcome: 'stale', changes: [{ code: 'change.amount-changed', params, at: null }] };
}

async function write(
  { db, queue, now }: Line,
  decided: {
    readonly approval: Approval;
    readonly suggestion: Suggestion;
    readonly merchant: Shop;
    readonly facts: OrderFacts;
    readonly plan: RefundPlan;
    readonly path: RefundPath;
    readonly priced: PricedRefund;
    readonly shopAmount: Money;
  },
): Promise<ApproveOutcome> {
  const { approval, suggestion, merchant, facts, plan, path, priced, shopAmount } = decided;
  const { money, automation } = merchant.policy;
  const { shop, suggestionId, version, actor } = approval;
  const automatic = actor === 'system';
  const { holdSeconds } = automatic ? automation : merchant.policy;
  const { orderId } = suggestion;
  return inTransaction(db, async (tx, sql): Promise<ApproveOutcome> => {
    await lockOrder(tx, { shop, orderId });
    const at = now();
    const holdUntil = addSeconds(at, holdSeconds);
    const { amount } = priced;
    const { currencyCode: currency } = shopAmount;
    const { customerId } = facts;
    const about = { now: at, currency, customerId };
    const spent = await readSpent(tx, shop, { ...about, automatically: false });
    const own = automatic ? await readSpent(tx, shop, { ...about, automatically: true }) : null;
    const broken =
      brokenLimit(shopAmount, spent, money) ?? (own && brokenLimit(shopAmount, own, automation));
    if (broken) return { outcome: 'over-limit', ...broken };
    const moved = await moveSuggestion(tx, {
      shop,
      id: suggestionId,
      to: 'approved',
      version,
      now: at,
      holdUntil,
      amount,
      decidedBy: actor,
    });
    if (!moved) {
      const winner = await findSuggestion(tx, shop, suggestionId);
      return winner ? { outcome: 'already-decided', state: winner.state } : { outcome: 'gone' };
    }
    const attemptId = newAttemptId();
    await intendRefund(tx, {
      id: attemptId,
      shop,
      orderId,
      suggestionId,
      idempotencyKey: randomUUID(),
      request: refundRequest({ attemptId, orderId, plan, path, priced }),
      facts,
      amount,
      shopAmount,
      automatic,
      intendedAt: at,
      sendAfter: holdUntil,
    });
    await writeAuditEvent(tx, {
      shop,
      orderId,
      suggestionId,
      at,
      actor,
      kind: 'suggestion-approved',
      params: { amount: { kind: 'money', money: amount } },
    });
    // What the machine decides teaches nothing about what people think of it.
    if (!automatic) await labelReading(tx, suggestion, { verdict: 'accepted', at });
    await queue.requestRefund({ attemptId }, holdUntil, sql);
    return { outcome: 'approved', holdUntil, amount };
  });
}

function newAttemptId(): RefundAttemptId {
  const id = parseRefundAttemptId(randomUUID());
  if (!id) throw new Error('a UUID that is none');
  return id;
}

function notRefundable(reason: NotRefundableReason): ApproveOutcome {
  return { outcome: 'not-refundable', reason };
}
