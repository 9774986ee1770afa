import { randomUUID } from 'node:crypto';
import { parseAmount } from './decimal.ts';
import type {
  Faults,
  NewFulfillment,
  NewReturn,
  NewScan,
  ShopifyApi,
  SimulatorClock,
} from './shopify-api.ts';
import { applyRefund, withMoneyStatus } from './orders/apply-refund.ts';
import { isPending, refundableOfPayment, isPayment } from './orders/order-money.ts';
import type { OrderState, RefundState, ReturnState } from './orders/order-state.ts';
import { graphqlTime } from './orders/read-field.ts';
import { cancel, scan, ship } from './orders/ship.ts';
import { toGid, type ShopState, type Store } from './store.ts';
import type { AccessTokens } from './oauth/access-tokens.ts';
import type { Outbox } from './webhooks/outbox.ts';
import { payloadFor } from './webhooks/payload-for.ts';

type Life = Pick<
  ShopifyApi,
  | 'announceOrder'
  | 'addFulfillment'
  | 'addScan'
  | 'cancelOrder'
  | 'refundElsewhere'
  | 'requestReturn'
  | 'approveReturn'
  | 'receiveReturn'
  | 'openDispute'
  | 'settleRefund'
  | 'uninstall'
> & {
  /** The webhooks of a refund that was just made. */
  readonly announceRefund: (order: OrderState, refund: RefundState) => void;
  /** The webhooks of another change. */
  readonly announceChange: (order: OrderState, topics: readonly string[]) => void;
};

/** What happens to orders; each change is stored and told to the app. */
export function orderLife(world: {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly tokens: AccessTokens;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
}): Life {
  const { store, outbox, clock } = world;
  const now = (): string => graphqlTime(clock.now());
  const newId = (type: string): string => store.newId(type);

  return {
    announceOrder(shop, orderId) {
      tell(orderOf(shop, orderId), [['orders/create']]);
    },
    addFulfillment(shop, orderId, parcel: NewFulfillment) {
      const before = orderOf(shop, orderId);
      const locationId = before.fulfillmentOrders[0]?.locationId ?? shopOf(shop).primaryLocationId;
      const { order, fulfillment } = ship(before, parcel, { now: now(), locationId, newId });
      store.put(order);
      tell(order, [['fulfillments/create', fulfillment.id], ['orders/updated']]);
      return fulfillment.id;
    },
    addScan(shop, fulfillmentId, seen: NewScan) {
      const id = toGid('Fulfillment', fulfillmentId);
      const { order, scanId } = scan(holderOf(shop, id), id, seen, { now: now(), newId });
      store.put(order);
      tell(order, [
        ['fulfillment_events/create', scanId],
        ['fulfillments/update', id],
      ]);
    },
    cancelOrder(shop, orderId) {
      const before = orderOf(shop, orderId);
      if (before.cancelledAt !== null) {
        throw new RangeError(
          `Cannot cancel an order that has already been canceled: ${before.name}`,
        );
      }
      const order = cancel(before, now());
      store.put(order);
      const cancelled = order.fulfillmentOrders.filter(({ status }) => status === 'CANCELLED');
      tell(order, [
        ['orders/cancelled'],
        ['orders/updated'],
        ...cancelled.map(({ id }) => ['fulfillment_orders/cancelled', id] as const),
      ]);
    },
    refundElsewhere(shop, orderId, amount, returnId) {
      const before = orderOf(shop, orderId);
      const presentment = parseAmount(amount);
      const parent = before.transactions.find(
        (each) =>
          isPayment(each) &&
          presentment !== null &&
          refundableOfPayment(before, each) >= presentment,
      );
      if (presentment === null || !parent) {
        throw new RangeError(`${before.name}: no payment has ${amount} left to refund`);
      }
      const { order, refund } = applyRefund(
        before,
        {
          lines: [],
          shipping: 0n,
          duties: 0n,
          payments: [{ parent, amount: presentment }],
          credit: 0n,
        },
        { now: now(), processedAt: now(), note: null, pending: world.faults.pendingRefunds, newId },
      );
      const returns = order.returns.map((each) =>
        each.id === returnId ? { ...each, refundIds: [...each.refundIds, refund.id] } : each,
      );
      const after = { ...order, returns };
      store.put(after);
      announceRefund(after, refund);
      return refund.id;
    },
    requestReturn(shop, orderId, wanted: NewReturn) {
      const before = orderOf(shop, orderId);
      const id = newId('Return');
      const lines = wanted.lines.map((line) => ({
        id: newId('ReturnLineItem'),
        lineId: toGid('LineItem', line.lineItemId),
        quantity: line.quantity,
        processed: 0,
        reason: line.reason ?? null,
        note: line.note ?? null,
      }));
      const asked = {
        id,
        status: 'REQUESTED',
        createdAt: now(),
        closedAt: null,
        decline: null,
        refundIds: [],
        lines,
      };
      putReturn({ ...before, returns: [...before.returns, asked] });
      return id;
    },
    approveReturn(shop, returnId) {
      changeReturn(shop, returnId, (each) => ({ ...each, status: 'OPEN' }));
    },
    receiveReturn(shop, returnId) {
      changeReturn(shop, returnId, (each) => ({
        ...each,
        lines: each.lines.map((line) => ({ ...line, processed: line.quantity })),
      }));
    },
    openDispute(shop, orderId, initiatedAs) {
      const before = orderOf(shop, orderId);
      const id = newId('OrderDisputeSummary');
      const dispute = { id, initiatedAs, status: 'NEEDS_RESPONSE', initiatedAt: now() };
      const order = { ...before, disputes: [...before.disputes, dispute] };
      store.put(order);
      // Apps hear of disputes by disputes/create only, which needs a scope that the app doesn't ask for.
      tell(order, [['disputes/create']]);
    },
    settleRefund(shop, refundId, status) {
      const id = toGid('Refund', refundId);
      const before = holderOf(shop, id);
      const refund = before.refunds.find((each) => each.id === id);
      const pending = before.transactions.filter(
        (each) => refund?.transactionIds.includes(each.id) && isPending(each),
      );
      if (pending.length === 0) throw new RangeError(`${refundId} has no pending transaction`);
      const order = withMoneyStatus({
        ...before,
        updatedAt: now(),
        transactions: before.transactions.map((each) =>
          pending.includes(each)
            ? { ...each, status, errorCode: status === 'FAILURE' ? 'PROCESSING_ERROR' : null }
            : each,
        ),
      });
      store.put(order);
      tell(order, [
        ...pending.map((each) => ['order_transactions/create', each.id] as const),
        ['orders/updated'],
      ]);
    },
    uninstall(shop) {
      world.tokens.revokeAll(shop);
      const state = shopOf(shop);
      outbox.announce(
        shop,
        'app/uninstalled',
        payloadFor('app/uninstalled', { shop: state, order: null }),
        randomUUID(),
      );
    },
    announceRefund,
    announceChange: (order, topics) => {
      tell(
        order,
        topics.map((topic) => [topic] as const),
      );
    },
  };

  function announceRefund(order: OrderState, refund: RefundState): void {
    // order_transactions/create waits for the end of a transaction; refunds/create doesn't.
    const ended = order.transactions.filter(
      (each) => refund.transactionIds.includes(each.id) && !isPending(each),
    );
    tell(order, [
      ['refunds/create', refund.id],
      ...ended.map((each) => ['order_transactions/create', each.id] as const),
      ['orders/updated'],
    ]);
  }

  function putReturn(order: OrderState): void {
    const changed = { ...order, updatedAt: now() };
    store.put(changed);
    tell(changed, [['orders/updated']]);
  }

  function changeReturn(
    shop: string,
    returnId: string,
    change: (each: ReturnState) => ReturnState,
  ): void {
    const order = holderOf(shop, toGid('Return', returnId));
    putReturn({
      ...order,
      returns: order.returns.map((each) => (each.id === returnId ? change(each) : each)),
    });
  }

  function tell(
    order: OrderState,
    news: readonly (readonly [topic: string, partId?: string])[],
  ): void {
    if (world.tokens.isUninstalled(order.shop)) return;
    const shop = shopOf(order.shop);
    const eventId = randomUUID();
    for (const [topic, partId] of news) {
      const subject = { shop, order, ...(partId === undefined ? {} : { partId }) };
      outbox.announce(order.shop, topic, payloadFor(topic, subject), eventId);
    }
  }

  function shopOf(domain: string): ShopState {
    const shop = store.shop(domain);
    if (!shop) throw new RangeError(`the simulator has no shop ${domain}`);
    return shop;
  }

  function orderOf(shop: string, id: string): OrderState {
    const order = store.order(shop, id);
    if (!order) throw new RangeError(`${shop} has no order ${id}`);
    return order;
  }

  function holderOf(shop: string, partId: string): OrderState {
    const order = store.orderHolding(shop, partId);
    if (!order) throw new RangeError(`${shop} has no ${partId}`);
    return order;
  }
}
