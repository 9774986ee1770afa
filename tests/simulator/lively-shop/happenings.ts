import { parseAmount, restAmount } from '../api/decimal.ts';
import type { ShopifyApi, SimulatedOrder } from '../api/shopify-api.ts';
import type { Random } from './random.ts';
import type { Teller } from './teller.ts';
import { writeOrder } from './write-order.ts';
import { trackingNumber } from './write-parcel.ts';

/** What happenings see and change. */
export interface Scene {
  readonly api: ShopifyApi;
  readonly shop: string;
  readonly random: Random;
  readonly teller: Teller;
  /** Orders whose buyers are owed money, as far as this shop knows. */
  readonly owed: Set<string>;
  /** Orders whose parcel a carrier has lost sight of. */
  readonly silent: Set<string>;
  /** Of the newest order. */
  lastNumber: number;
  newOrdersLeft: number;
}

interface Happening {
  readonly weight: number;
  /** A sentence on what happened; null when there is no order that it could happen to. */
  happen(scene: Scene): string | null;
}

const dayMs = 86_400_000;

export const happenings: readonly Happening[] = [
  { weight: 3, happen: someoneOrders },
  { weight: 3, happen: parcelLeaves },
  { weight: 5, happen: parcelMovesOn },
  { weight: 1, happen: parcelStalls },
  { weight: 1, happen: lostParcelComesBack },
  { weight: 1, happen: orderIsCancelled },
  { weight: 0.7, happen: refundIsMadeElsewhere },
];

function someoneOrders(scene: Scene): string | null {
  const { api, shop, teller } = scene;
  if (scene.newOrdersLeft === 0) return null;
  scene.newOrdersLeft -= 1;
  scene.lastNumber += 1;
  const draft = teller.order(teller.anyLane(), 0);
  const loaded = api.loadOrder(shop, writeOrder(draft, scene.lastNumber, api.clock.now()));
  if (loaded.outcome === 'rejected') throw new Error(loaded.reason);
  api.announceOrder(shop, loaded.orderId);
  const order = api.order(shop, loaded.orderId);
  return `#${scene.lastNumber} was ordered: ${order?.total} ${order?.currency} to ${order?.destinationCountry}`;
}

function parcelLeaves(scene: Scene): string | null {
  const { api, shop, random } = scene;
  const order = oneOf(scene, isWaiting);
  if (!order) return null;
  const now = api.clock.now().getTime();
  const id = api.addFulfillment(shop, order.id, {
    trackingCompany: 'USPS',
    trackingNumber: trackingNumber('USPS', now),
    estimatedDeliveryAt: new Date(now + random.between(4, 12) * dayMs).toISOString(),
  });
  api.addScan(shop, id, { status: 'CARRIER_PICKED_UP', country: 'US' });
  scene.owed.delete(order.id);
  return `${order.name} left the warehouse`;
}

const nextScan: Readonly<Record<string, string>> = {
  CARRIER_PICKED_UP: 'IN_TRANSIT',
  IN_TRANSIT: 'OUT_FOR_DELIVERY',
  OUT_FOR_DELIVERY: 'DELIVERED',
};

function parcelMovesOn(scene: Scene): string | null {
  const order = oneOf(scene, (each) => !scene.silent.has(each.id) && movingParcelOf(each) !== null);
  const parcel = order && movingParcelOf(order);
  const status = parcel && nextScan[parcel.displayStatus ?? ''];
  if (!status) return null;
  const country = order.destinationCountry;
  scene.api.addScan(scene.shop, parcel.id, { status, country });
  if (status === 'DELIVERED') scene.owed.delete(order.id);
  return `${order.name} is now ${status.toLowerCase().replaceAll('_', ' ')}`;
}

/** The carrier says in words what Shopify has no status for. */
function parcelStalls(scene: Scene): string | null {
  const { api, shop } = scene;
  const labelled = ({ fulfillments }: SimulatedOrder) =>
    fulfillments.some(({ displayStatus }) => displayStatus === 'LABEL_PRINTED');
  const order = oneOf(scene, labelled);
  const parcel = order?.fulfillments[0];
  if (!parcel) return null;
  api.addScan(shop, parcel.id, {
    status: 'FAILURE',
    message: 'Parcel lost in our depot',
    country: 'US',
  });
  scene.owed.add(order.id);
  scene.silent.add(order.id);
  return `${order.name} stalled: its carrier says that it is lost`;
}

function lostParcelComesBack(scene: Scene): string | null {
  const order = oneOf(scene, ({ id }) => scene.silent.has(id));
  const parcel = order?.fulfillments[0];
  if (!parcel) return null;
  scene.silent.delete(order.id);
  scene.owed.delete(order.id);
  const country = order.destinationCountry;
  scene.api.addScan(scene.shop, parcel.id, { status: 'IN_TRANSIT', country });
  return `${order.name} turned up again and is moving`;
}

function orderIsCancelled(scene: Scene): string | null {
  const order = oneOf(scene, isWaiting);
  if (!order) return null;
  scene.api.cancelOrder(scene.shop, order.id);
  scene.owed.add(order.id);
  return `${order.name} was cancelled, and nothing was paid back`;
}

function refundIsMadeElsewhere(scene: Scene): string | null {
  const order = oneOf(scene, (each) => scene.owed.has(each.id) && leftOf(each) > 0n);
  if (!order) return null;
  const amount = restAmount(leftOf(order), order.currency);
  scene.api.refundElsewhere(scene.shop, order.id, amount);
  scene.owed.delete(order.id);
  scene.silent.delete(order.id);
  return `${order.name} was refunded by hand: ${amount} ${order.currency}`;
}

function oneOf(scene: Scene, fits: (order: SimulatedOrder) => boolean): SimulatedOrder | null {
  const [first, ...rest] = scene.api.orders(scene.shop).filter(fits);
  return first ? scene.random.pick([first, ...rest]) : null;
}

function isWaiting({ cancelledAt, financialStatus, fulfillmentStatus }: SimulatedOrder): boolean {
  return cancelledAt === null && financialStatus === 'PAID' && fulfillmentStatus === 'UNFULFILLED';
}

function movingParcelOf({ fulfillments }: SimulatedOrder) {
  return fulfillments.find(({ displayStatus }) => (displayStatus ?? '') in nextScan) ?? null;
}

/** What the buyer paid and did not get back, refunds under way counted as back. */
function leftOf({ transactions }: SimulatedOrder): bigint {
  return transactions.reduce((left, { kind, status, amount }) => {
    const size = parseAmount(amount) ?? 0n;
    if (kind === 'SALE' && status === 'SUCCESS') return left + size;
    return kind === 'REFUND' && status !== 'FAILURE' && status !== 'ERROR' ? left - size : left;
  }, 0n);
}
