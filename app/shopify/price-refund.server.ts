import type { Gid } from '../domain/ids.ts';
import { moneyFromWire } from './money-from-wire.ts';
import type { Money } from '../domain/money.ts';
import type { RefundPlan } from '../domain/remedy/refund-plan.ts';
import { refundLineItemsOf } from './refund-line-items.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';

/** What Shopify's calculator says a plan comes to, taxes and rounding included; presentment money. */
export interface PricedRefund {
  readonly amount: Money;
  readonly maximumRefundable: Money;
  readonly transactions: readonly {
    readonly gateway: string;
    readonly parentId: Gid<'OrderTransaction'>;
    readonly amount: Money;
  }[];
}

const PRICE_REFUND = `#graphql
  query PriceRefund(
    $orderId: ID!
    $refundLineItems: [RefundLineItemInput!]
    $shippingAmount: Money
    $suggestFullRefund: Boolean
  ) {
    order(id: $orderId) {
      suggestedRefund(
        refundLineItems: $refundLineItems
        shippingAmount: $shippingAmount
        suggestFullRefund: $suggestFullRefund
      ) {
        amountSet { presentmentMoney { amount currencyCode } }
        maximumRefundableSet { presentmentMoney { amount currencyCode } }
        suggestedTransactions {
          gateway
          amountSet { presentmentMoney { amount currencyCode } }
          parentTransaction { id }
        }
      }
    }
  }
`;

export type PriceRefundOutcome =
  | { readonly outcome: 'priced'; readonly priced: PricedRefund }
  /** Shopify sees nothing that could go back. */
  | { readonly outcome: 'nothing-refundable' }
  | Unreachable;

/** Asks Shopify's calculator; moves no money. */
export async function priceRefund(
  caller: AdminCaller,
  orderId: Gid<'Order'>,
  plan: RefundPlan,
): Promise<PriceRefundOutcome> {
  const call = await callAdmin(caller, PRICE_REFUND, {
    orderId,
    refundLineItems: plan.everything ? [] : refundLineItemsOf(plan),
    shippingAmount: plan.everything ? null : (plan.shipping?.amount ?? '0'),
    suggestFullRefund: plan.everything,
  });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const suggested = call.data.order?.suggestedRefund;
  if (!suggested) return { outcome: 'nothing-refundable' };
  const transactions = suggested.suggestedTransactions.flatMap((transaction) =>
    transaction.parentTransaction
      ? [
          {
            gateway: transaction.gateway ?? '',
            parentId: transaction.parentTransaction.id as Gid<'OrderTransaction'>,
            amount: moneyFromWire(transaction.amountSet.presentmentMoney),
          },
        ]
      : [],
  );
  if (transactions.length === 0) return { outcome: 'nothing-refundable' };
  return {
    outcome: 'priced',
    priced: {
      amount: moneyFromWire(suggested.amountSet.presentmentMoney),
      maximumRefundable: moneyFromWire(suggested.maximumRefundableSet.presentmentMoney),
      transactions,
    },
  };
}
