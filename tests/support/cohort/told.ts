import type { PastOrder } from '#app/domain/backtest/past-order.ts';
import type { ToldDispatch, ToldOrder } from '#app/domain/backtest/told-order.ts';
import { caseAt } from '#app/domain/backtest/with-news.ts';
import type { Signals } from '#app/domain/case-facts.ts';
import type { Instant } from '#app/domain/time.ts';

/** A made-up order as a reading of the past would tell it, and what the app itself heard of it. */
export function toldOf(
  past: PastOrder,
  until: Instant,
): ToldOrder & { readonly dispatches: readonly ToldDispatch[]; readonly signals: Signals } {
  const { order, signals } = caseAt(past, until);
  const { payment, dispatches } = past.placed.order;
  return {
    order: {
      ...order,
      dispatches: [],
      parcels: order.parcels.map((parcel) => ({ ...parcel, lines: [], scans: [] })),
    },
    placedTotal: payment.total,
    placedShopTotal: payment.shopTotal,
    dispatches: dispatches.map((dispatch, place) => ({
      // One order's dispatches have the ids of another's, in a cohort.
      dispatch: {
        ...dispatch,
        fulfillmentOrderId: `gid://shopify/FulfillmentOrder/${idOf(order.orderId)}-${place}`,
      },
      parcels: order.parcels.map(({ fulfillmentId, lines }) => ({
        fulfillmentId,
        lines,
        scans: past.news.flatMap((news) =>
          news.kind === 'scan' && news.knownAt <= until && news.fulfillmentId === fulfillmentId
            ? [{ scan: news.scan, knownAt: news.knownAt }]
            : [],
        ),
      })),
    })),
    signals,
  };
}

function idOf(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
