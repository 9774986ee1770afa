import type { CaseFacts, CustomerHistory, DefectCluster, Signals } from '../domain/case-facts.ts';
import { worldCalendar } from '../domain/calendar/world-calendar.ts';
import { clockAt } from '../domain/clock.ts';
import { gidOf, numericIdOf, type Gid } from '../domain/ids.ts';
import { nothingRead, type TextReader } from '../domain/intent.ts';
import { learnLanes, laneSampleOf } from '../domain/lanes/learn-lanes.ts';
import type { LaneRecord } from '../domain/lanes/lane-record.ts';
import { isPositive } from '../domain/money.ts';
import type { OrderFacts, ReturnFacts, ScanFacts } from '../domain/order-facts.ts';
import { noSignals } from '../domain/case-facts.ts';
import { viewParcels } from '../domain/parcels/parcel-view.ts';
import type { Policy } from '../domain/policy.ts';
import { latest, earliest, type Instant } from '../domain/time.ts';
import { orderFactsFromRest } from '../shopify/order-facts-from-rest.ts';
import type { Story, StoryScan } from './story.ts';
import { instantIn } from './story-time.ts';

export interface StoryCases {
  readonly now: Instant;
  readonly cases: readonly CaseFacts[];
}

/** Every order of the story with all that the story knows about it. */
export function casesOfStory(story: Story, policy: Policy, read: TextReader): StoryCases {
  const timeZone = story.shop.timeZone ?? 'UTC';
  const at = (text: string) => instantIn(text, timeZone);
  const shop = { country: story.shop.country ?? null, timeZone, heardFrom: {} };
  const now = at(story.now);
  const told = story.orders.map((rest) => {
    const order = orderFactsFromRest(rest, { originCountry: shop.country, read });
    return { order: withStory(order, story, at, read), signals: signalsOf(order, story, at, read) };
  });
  const lanes = lanesOf(told, shop, policy, now);
  const cases = told.map(({ order, signals }) => ({
    order,
    signals,
    shop,
    customer: historyOf(order, told),
    clusters: clustersOf(order, told),
    lanes,
  }));
  return { now, cases };
}

type Told = Pick<CaseFacts, 'order' | 'signals'>;
type At = (text: string) => Instant;

function withStory(order: OrderFacts, story: Story, at: At, read: TextReader): OrderFacts {
  const key = numericIdOf(order.orderId);
  const mine = <T extends { readonly orderId: string }>(list: readonly T[] | null | undefined) =>
    (list ?? []).filter(({ orderId }) => orderId === key);
  const promise = story.promises?.[key];
  const shipBy = promise?.shipBy ? at(promise.shipBy) : null;
  const deliverBy = promise?.deliverBy ? at(promise.deliverBy) : null;
  const holds = mine(story.holds).map(({ reason }) => reason.toUpperCase());
  const returns = mine(story.returns).map((one, index): ReturnFacts => ({
    returnId: gidOf('Return', `${key}${index}`),
    status: one.status.toUpperCase(),
    requestedAt: at(one.requestedAt),
    receivedAt: one.receivedAt ? at(one.receivedAt) : null,
    scans: (one.scans ?? []).map((scan) => scanFrom(scan, at)),
    refundIds: [],
    lines: one.lines.map((line) => ({
      returnLineId: null,
      processed: one.receivedAt ? line.quantity : 0,
      lineItemId: gidOf('LineItem', line.lineItemId),
      quantity: line.quantity,
      reason: line.reason?.toUpperCase().replaceAll(/[\s-]+/g, '_') ?? null,
      ...(line.note ? read(line.note) : nothingRead),
    })),
  }));
  return {
    ...order,
    dispatches: order.dispatches.map((dispatch) => ({
      ...dispatch,
      fulfillBy: shipBy,
      promisedBy: deliverBy,
      holds: dispatch.status === 'OPEN' ? holds : [],
      status: dispatch.status === 'OPEN' && holds.length > 0 ? 'ON_HOLD' : dispatch.status,
    })),
    parcels: order.parcels.map((parcel) => {
      const scans = story.scans?.[numericIdOf(parcel.fulfillmentId)];
      if (!scans) return parcel;
      // What the story tells replaces the one scan that the body knows.
      return {
        ...parcel,
        displayStatus: 'FULFILLED',
        scans: scans.map((scan) => scanFrom(scan, at)),
      };
    }),
    returns,
    returnStatus: returns.length > 0 ? 'IN_PROGRESS' : order.returnStatus,
    disputes: mine(story.disputes).map((dispute, index) => ({
      disputeId: `${key}-${index}`,
      initiatedAs: dispute.kind.toUpperCase(),
      status: dispute.status?.toUpperCase() ?? 'NEEDS_RESPONSE',
      reason: dispute.reason?.toUpperCase().replaceAll(/[\s-]+/g, '_') ?? null,
      openedAt: dispute.at ? at(dispute.at) : null,
    })),
  };
}

function scanFrom(scan: StoryScan, at: At): ScanFacts {
  return {
    status: scan.status ?? '',
    happenedAt: at(scan.at),
    message: scan.message ?? null,
    country: scan.country ?? null,
    source: scan.source ?? null,
  };
}

function signalsOf(order: OrderFacts, story: Story, at: At, read: TextReader): Signals {
  const key = numericIdOf(order.orderId);
  const parcels = new Set<string>(
    order.parcels.map(({ fulfillmentId }) => numericIdOf(fulfillmentId)),
  );
  return {
    ...noSignals,
    reports: (story.reports ?? [])
      .filter(({ orderId }) => orderId === key)
      .map((report, index) => ({
        reportId: `${key}-${index}`,
        at: at(report.at),
        problem: report.problem,
        lines: (report.lines ?? []).map((line) => ({
          lineItemId: gidOf('LineItem', line.lineItemId),
          quantity: line.quantity,
        })),
        photos: Array.isArray(report.photos) ? report.photos.length : (report.photos ?? 0),
        ...(report.text ? read(report.text) : nothingRead),
      })),
    messages: (story.messages ?? [])
      .filter(({ orderId }) => orderId === key)
      .map((message, index) => ({
        messageId: `${key}-${index}`,
        at: at(message.at),
        ...read(message.text),
      })),
    carrierAnswers: (story.carrierAnswers ?? [])
      .filter(({ fulfillmentId }) => parcels.has(fulfillmentId))
      .map(({ fulfillmentId, at: when, verdict }) => ({
        fulfillmentId: gidOf('Fulfillment', fulfillmentId),
        at: at(when),
        verdict,
      })),
  };
}

function lanesOf(
  told: readonly Told[],
  shop: CaseFacts['shop'],
  policy: Policy,
  now: Instant,
): readonly LaneRecord[] {
  const samples = told.flatMap(({ order, signals }) => {
    const facts = { order, signals, shop, customer: null, clusters: [], lanes: [] };
    return viewParcels(facts, policy, { clock: clockAt(now), calendar: worldCalendar }).flatMap(
      (view) => laneSampleOf(order, view) ?? [],
    );
  });
  return learnLanes(samples, policy.lanes.learnQuantilePercent);
}

/** The customer's other orders, as far as the story holds them; null for a guest. */
function historyOf(order: OrderFacts, told: readonly Told[]): CustomerHistory | null {
  if (order.customerId === null) return null;
  const others = told.filter(
    (one) => one.order.customerId === order.customerId && one.order.orderId !== order.orderId,
  );
  const refunded = others.filter(({ order: { payment } }) => isPositive(payment.refunded));
  return {
    orders: others.length,
    refundedOrders: refunded.length,
    notReceivedOrders: others.filter(({ signals }) =>
      signals.reports.some(({ problem }) => problem === 'not-received'),
    ).length,
    keptItems: refunded.filter(
      ({ order: { returns }, signals }) => returns.length === 0 && signals.reports.length > 0,
    ).length,
  };
}

const clustering = ['damaged', 'not-as-described', 'safety'] as const;

/** Faults of this order's products that other buyers reported, one for each product and problem. */
function clustersOf(order: OrderFacts, told: readonly Told[]): readonly DefectCluster[] {
  const skus = new Set(order.lines.flatMap(({ sku }) => sku ?? []));
  return [...skus].flatMap((sku) =>
    clustering.flatMap((problem): DefectCluster[] => {
      const reports = told
        .filter((other) => other.order.orderId !== order.orderId)
        .flatMap((other) =>
          other.signals.reports
            .filter(
              (report) => report.problem === problem && isAbout(other.order, report.lines, sku),
            )
            .map(({ at }) => ({ at, buyer: other.order.customerId ?? other.order.orderId })),
        );
      const instants = reports.map(({ at }) => at);
      const [firstAt, lastAt] = [earliest(instants), latest(instants)];
      if (!firstAt || !lastAt) return [];
      const buyers = new Set(reports.map(({ buyer }) => buyer)).size;
      return [{ sku, problem, buyers, firstAt, lastAt }];
    }),
  );
}

function isAbout(
  order: OrderFacts,
  lines: readonly { readonly lineItemId: Gid<'LineItem'> }[],
  sku: string,
): boolean {
  const named = new Set(lines.map(({ lineItemId }) => lineItemId));
  return order.lines.some(
    (line) => line.sku === sku && (named.size === 0 || named.has(line.lineItemId)),
  );
}
