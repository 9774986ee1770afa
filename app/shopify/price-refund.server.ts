import type { PriceRefundQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { moneyFromWire } from './money-from-wire.ts';
import { isPositive, sum, type Money } from '../domain/money.ts';
import { lessKept, type RefundPlan } from '../domain/remedy/refund-plan.ts';
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
  /** Shopify's figures have more decimals than this code knows of the currency. */
  | { readonly outcome: 'currency-unknown' }
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
  try {
    const priced = lessFee(pricedFrom(suggested), plan.fee);
    return isPositive(priced.amount) && priced.transactions.length > 0
      ? { outcome: 'priced', priced }
      : { outcome: 'nothing-refundable' };
  } catch (error) {
    // Money that cannot be written exactly is not sent.
    if (error instanceof RangeError) return { outcome: 'currency-unknown' };
    throw error;
  }
}

function lessFee(priced: PricedRefund, fee: Money | null): PricedRefund {
  if (!fee) return priced;
  const transactions = lessKept(priced.transactions, fee);
  const amount = sum(
    transactions.map((transaction) => transaction.amount),
    fee.currencyCode,
  );
  return { ...priced, amount, transactions };
}

type WireSuggested = NonNullable<NonNullable<PriceRefundQuery['order']>['suggestedRefund']>;

function pricedFrom(suggested: WireSuggested): PricedRefund {
  return {
    amount: moneyFromWire(suggested.amountSet.presentmentMoney),
    maximumRefundable: moneyFromWire(suggested.maximumRefundableSet.presentmentMoney),
    transactions: suggested.suggestedTransactions.flatMap(
      ({ gateway, amountSet, parentTransaction }) =>
        parentTransaction
          ? [
              {
                gateway: gateway ?? '',
                parentId: parentTransaction.id as Gid<'OrderTransaction'>,
                amount: moneyFromWire(amountSet.presentmentMoney),
              },
            ]
          : [],
    ),
  };
}
