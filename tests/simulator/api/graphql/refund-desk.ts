import type { Faults, SimulatorClock } from '../shopify-api.ts';
import { applyRefund } from '../orders/apply-refund.ts';
import { checkRefund } from '../orders/check-refund.ts';
import type { OrderState, RefundState } from '../orders/order-state.ts';
import { graphqlTime } from '../orders/read-field.ts';
import { userError, type RefundInput, type UserError } from '../orders/refund-input.ts';
import type { Store } from '../store.ts';
import { openKeys, type KeyVerdict } from './idempotency.ts';

/** What a refundCreate came to; the objects themselves are read when it is answered, so that a replay shows today's. */
export interface RefundAnswer {
  readonly orderId: string | null;
  readonly refundId: string | null;
  readonly userErrors: readonly UserError[];
}

export interface RefundDesk {
  claim(shop: string, key: string, fingerprint: string): KeyVerdict<RefundAnswer>;
  refund(shop: string, input: RefundInput): RefundAnswer;
}

export function openRefundDesk(options: {
  readonly store: Store;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  readonly onRefund: (order: OrderState, refund: RefundState) => void;
}): RefundDesk {
  const { store, clock, faults } = options;
  const keysOfShop = new Map<string, ReturnType<typeof openKeys<RefundAnswer>>>();
  return {
    claim(shop, key, fingerprint) {
      const keys = keysOfShop.get(shop) ?? openKeys<RefundAnswer>(clock);
      keysOfShop.set(shop, keys);
      return keys.claim(key, fingerprint);
    },
    refund(shop, input) {
      const order = store.order(shop, input.orderId);
      if (!order) {
        const userErrors = [userError(['orderId'], 'Order does not exist')];
        return { orderId: null, refundId: null, userErrors };
      }
      const check = checkRefund(order, input);
      if (check.outcome === 'refused') {
        return { orderId: order.id, refundId: null, userErrors: check.errors };
      }
      const now = graphqlTime(clock.now());
      const done = applyRefund(order, check.refund, {
        now,
        note: input.note ?? null,
        processedAt: input.processedAt ? graphqlTime(new Date(input.processedAt)) : now,
        pending: faults.pendingRefunds,
        newId: (type) => store.newId(type),
      });
      store.put(done.order);
      options.onRefund(done.order, done.refund);
      return { orderId: order.id, refundId: done.refund.id, userErrors: [] };
    },
  };
}
