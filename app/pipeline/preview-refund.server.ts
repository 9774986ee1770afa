import { readOrderRecord } from '../db/order-records.server.ts';
import { findSuggestion } from '../db/suggestions.server.ts';
import type { ShopDomain, SuggestionId } from '../domain/ids.ts';
import type { Money } from '../domain/money.ts';
import { refundPlanFor } from '../domain/remedy/refund-plan.ts';
import { patienceOfPeopleMs } from '../shopify/call-admin.server.ts';
import { priceRefund } from '../shopify/price-refund.server.ts';
import type { Line } from './line.server.ts';

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
  const plan = refundPlanFor(suggestion.claim.stake);
  const pricing = await priceRefund(
    { admin, shop, patienceMs: patienceOfPeopleMs },
    suggestion.orderId,
    plan,
  );
  if (pricing.outcome === 'unreachable') return { outcome: 'unreachable' };
  if (pricing.outcome !== 'priced') return { outcome: 'nothing-refundable' };
  const record = await readOrderRecord(db.prisma, suggestion);
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
