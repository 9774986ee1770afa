import { restAmount, type Bag } from '../decimal.ts';
import type { OrderState } from '../orders/order-state.ts';

type Currencies = Pick<OrderState, 'currency' | 'presentmentCurrency'>;

/** `{shop_money, presentment_money}`. */
export function restSet(order: Currencies, bag: Bag) {
  return {
    shop_money: { amount: restAmount(bag.shop, order.currency), currency_code: order.currency },
    presentment_money: {
      amount: restAmount(bag.presentment, order.presentmentCurrency),
      currency_code: order.presentmentCurrency,
    },
  };
}
