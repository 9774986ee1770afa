import { readOrderRecord } from '../db/order-records.server.ts';
import { findShop } from '../db/shops.server.ts';
import { findSuggestion } from '../db/suggestions.server.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import type { ChoicePrice } from '../domain/remedy/choice-price.ts';
import type { RefundChoice } from '../domain/remedy/chosen-plan.ts';
import { refundPathFor } from '../domain/remedy/refund-path.ts';
import { refundPlanFor } from '../domain/remedy/refund-plan.ts';
import { patienceOfPeopleMs } from '../shopify/call-admin.server.ts';
import { priceRefund } from '../shopify/price-refund.server.ts';
import type { Line } from './line.server.ts';
import { nothingToPay, planOf } from './plan-of.ts';

export type PreviewRefundOutcome =
  | {
      readonly outcome: 'priced';
      readonly lines: readonly { readonly title: string; readonly quantity: number }[];
      readonly shipping: Money | null;
      readonly amount: Money;
      readonly maximumRefundable: Money;
      readonly transactions: readonly { readonly gateway: string; readonly amount: Money }[];
    }
  | { readonly outcome: 'nothing-refundable' }
  | { readonly outcome: 'unreachable' }
  | { readonly outcome: 'gone' };

/** What the refund would come to right now, by Shopify's calculator; moves nothing. */
export async function previewRefund(
  { db, admin }: Line,
  { shop, suggestionId }: { readonly shop: ShopDomain; readonly suggestionId: SuggestionId },
): Promise<PreviewRefundOutcome> {
  const suggestion = await findSuggestion(db.prisma, shop, suggestionId);
  if (!suggestion) return { outcome: 'gone' };
  const record = await readOrderRecord(db.prisma, suggestion);
  const { claim, recommendation } = suggestion;
  const { kind } = recommendation.options[0];
  const plan = refundPlanFor(claim.stake, kind, record?.facts ?? null);
  const pricing =
    record && refundPathFor(plan, record.facts).path === 'void'
      ? nothingToPay(record.facts)
      : await priceRefund(
          { admin, shop, patienceMs: patienceOfPeopleMs },
          suggestion.orderId,
          plan,
        );
  if (pricing.outcome === 'unreachable') return { outcome: 'unreachable' };
  if (pricing.outcome !== 'priced') return { outcome: 'nothing-refundable' };
  const titleOf = new Map(record?.facts.lines.map((line) => [line.lineItemId, line.title]));
  const { amount, maximumRefundable, transactions } = pricing.priced;
  return {
    outcome: 'priced',
    lines: plan.lines.map(({ lineItemId, quantity }) => ({
      title: titleOf.get(lineItemId) ?? lineItemId,
      quantity,
    })),
    shipping: plan.shipping,
    amount,
    maximumRefundable,
    transactions: transactions.map((transaction) => ({
      gateway: transaction.gateway,
      amount: transaction.amount,
    })),
  };
}

/** What a choice in the refund editor would come to, held against the order as it was last read; moves nothing. */
export async function priceChoice(
  { db, admin, now }: Line,
  about: {
    readonly shop: ShopDomain;
    readonly suggestionId: SuggestionId;
    readonly choice: RefundChoice;
  },
): Promise<ChoicePrice> {
  const { shop, suggestionId, choice: chosen } = about;
  const suggestion = await findSuggestion(db.prisma, shop, suggestionId);
  const merchant = await findShop(db.prisma, shop);
  const record = suggestion && (await readOrderRecord(db.prisma, suggestion));
  if (!suggestion || !merchant || !record) return { outcome: 'gone' };
  const { facts } = record;
  const planned = planOf({ suggestion, facts, chosen }, merchant, now());
  if (planned.outcome === 'wrong') return planned;
  const { plan } = planned;
  const route = refundPathFor(plan, facts);
  const path = route.path === 'refund' && route.cancel ? 'cancel' : route.path;
  const caller = { admin, shop, patienceMs: patienceOfPeopleMs };
  const pricing =
    path === 'void' ? nothingToPay(facts) : await priceRefund(caller, suggestion.orderId, plan);
  if (pricing.outcome === 'unreachable') return { outcome: 'unreachable' };
  if (pricing.outcome !== 'priced') return { outcome: 'not-refundable', reason: pricing.outcome };
  const { amount, transactions, credit } = pricing.priced;
  if (transactions.some(({ manual }) => manual)) {
    return { outcome: 'not-refundable', reason: 'manual-gateway' };
  }
  return {
    outcome: 'priced',
    amount,
    transactions: transactions.map(({ gateway, amount: part }) => ({ gateway, amount: part })),
    credit,
    path,
  };
}
