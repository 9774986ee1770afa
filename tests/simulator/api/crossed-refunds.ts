import type { Store } from './store.ts';

interface MadeRefund {
  readonly orderId: string;
  readonly id: string;
}

/**
 * Watches a shop while a call waits to be performed: `performing` when the wait is over, and after the performance `crossed`
 * names the refunds that were made in the wait on the orders of which the call then moved money.
 */
export function watchWait(store: Store, shop: string) {
  const before = idsOf(refundsOf(store, shop));
  let meanwhile: readonly MadeRefund[] = [];
  return {
    performing(): void {
      meanwhile = refundsOf(store, shop).filter(({ id }) => !before.has(id));
    },
    crossed(): readonly string[] {
      const known = new Set([...before, ...idsOf(meanwhile)]);
      const own = refundsOf(store, shop).filter(({ id }) => !known.has(id));
      const orders = new Set(own.map(({ orderId }) => orderId));
      return meanwhile.filter(({ orderId }) => orders.has(orderId)).map(({ id }) => id);
    },
  };
}

function refundsOf(store: Store, shop: string): readonly MadeRefund[] {
  return store
    .orders(shop)
    .flatMap(({ id: orderId, refunds }) => refunds.map(({ id }) => ({ orderId, id })));
}

function idsOf(refunds: readonly MadeRefund[]): ReadonlySet<string> {
  return new Set(refunds.map(({ id }) => id));
}
