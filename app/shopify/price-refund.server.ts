import type { PriceRefundQuery } from '#generated/graphql/admin.generated.d.ts';
import type { Gid } from '../domain/ids.ts';
import { add, compare, isPositive, type Money } from '../domain/money.ts';
import {
  creditOf,
  lessKept,
  totalOf,
  withGoodwill,
  type RefundPlan,
} from '../domain/remedy/refund-plan.ts';
import { callAdmin, type AdminCaller, type Unreachable } from './call-admin.server.ts';
import { moneyFromWire } from './money-from-wire.ts';
import { refundDutiesOf, refundLineItemsOf } from './refund-line-items.ts';

/** A payment, and what of it goes back. */
export interface PricedPayment {
  readonly gateway: string;
  readonly parentId: Gid<'OrderTransaction'>;
  readonly amount: Money;
  /** Shopify cannot send this money back: it came in outside. */
  readonly manual: boolean;
}

/** What a plan comes to, by Shopify's calculator, taxes and rounding included; presentment money. */
export interface PricedRefund {
  /** What the buyer gets. */
  readonly amount: Money;
  readonly maximumRefundable: Money;
  /** Empty where it goes back as store credit. */
  readonly transactions: readonly PricedPayment[];
  readonly credit: Money | null;
}

const PRICE_REFUND = `#graphql
  query PriceRefund(
    $orderId: ID!
    $refundLineItems: [RefundLineItemInput!]
    $refundDuties: [RefundDutyInput!]
    $shippingAmount: Money
    $suggestFullRefund: Boolean
  ) {
    order(id: $orderId) {
      wanted: suggestedRefund(
        refundLineItems: $refundLineItems
        refundDuties: $refundDuties
        shippingAmount: $shippingAmount
        suggestFullRefund: $suggestFullRefund
      ) {
        amountSet { presentmentMoney { amount currencyCode } }
        suggestedTransactions {
          gateway
          amountSet { presentmentMoney { amount currencyCode } }
          parentTransaction { id manualPaymentGateway }
        }
      }
      whole: suggestedRefund(suggestFullRefund: true) {
        maximumRefundableSet { presentmentMoney { amount currencyCode } }
        suggestedTransactions {
          gateway
          amountSet { presentmentMoney { amount currencyCode } }
          parentTransaction { id manualPaymentGateway }
        }
      }
    }
  }
`;

export type PriceRefundOutcome =
  | { readonly outcome: 'priced'; readonly priced: PricedRefund }
  /** Shopify sees nothing that could go back. */
  | { readonly outcome: 'nothing-refundable' }
  /** More is wished for than can still go back. */
  | { readonly outcome: 'above-refundable' }
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
    refundDuties: plan.everything ? [] : refundDutiesOf(plan),
    shippingAmount: plan.everything ? null : (plan.shipping?.amount ?? '0'),
    suggestFullRefund: plan.everything,
  });
  if (call.outcome !== 'answered') return { outcome: 'unreachable', reason: call.reason };
  const { wanted, whole } = call.data.order ?? {};
  if (!wanted || !whole) return { outcome: 'nothing-refundable' };
  try {
    return priceFrom(wanted, whole, plan);
  } catch (error) {
    // Money that cannot be written exactly is not sent.
    if (error instanceof RangeError) return { outcome: 'currency-unknown' };
    throw error;
  }
}

type WireOrder = NonNullable<PriceRefundQuery['order']>;
type WireWanted = NonNullable<WireOrder['wanted']>;
type WireWhole = NonNullable<WireOrder['whole']>;

function priceFrom(wanted: WireWanted, whole: WireWhole, plan: RefundPlan): PriceRefundOutcome {
  const { goodwill, fee, credit } = plan;
  const goods = moneyFromWire(wanted.amountSet.presentmentMoney);
  const maximumRefundable = moneyFromWire(whole.maximumRefundableSet.presentmentMoney);
  const calculated = wanted.suggestedTransactions
    .flatMap(paymentFrom)
    .filter(({ amount }) => isPositive(amount));
  const most = whole.suggestedTransactions.flatMap(paymentFrom);
  const raised = goodwill ? withGoodwill(calculated, { goodwill, most }) : calculated;
  const transactions = fee ? lessKept(raised, fee) : raised;
  const amount = totalOf(transactions, goods.currencyCode);
  if (goodwill && compare(totalOf(raised, goods.currencyCode), add(goods, goodwill)) !== 0) {
    return { outcome: 'above-refundable' };
  }
  if (!isPositive(amount) || transactions.length === 0) return { outcome: 'nothing-refundable' };
  if (!credit) {
    return {
      outcome: 'priced',
      priced: { amount, maximumRefundable, transactions, credit: null },
    };
  }
  const given = creditOf(amount, credit, maximumRefundable);
  return {
    outcome: 'priced',
    priced: { amount: given, maximumRefundable, transactions: [], credit: given },
  };
}

function paymentFrom({
  gateway,
  amountSet,
  parentTransaction,
}: WireWanted['suggestedTransactions'][number]): readonly PricedPayment[] {
  if (!parentTransaction) return [];
  return [
    {
      gateway: gateway ?? '',
      parentId: parentTransaction.id as Gid<'OrderTransaction'>,
      amount: moneyFromWire(amountSet.presentmentMoney),
      manual: parentTransaction.manualPaymentGateway,
    },
  ];
}
