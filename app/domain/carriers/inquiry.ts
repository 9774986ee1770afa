import type { OrderFacts } from '../order-facts.ts';
import type { Claim } from '../suggestion.ts';
import { earliest, latest, type Instant } from '../time.ts';

/** What a message to the carrier has to say (`inquiry.<asks>` in the locale files); nothing of the buyer. */
export interface Inquiry {
  /** What is asked: `where`, `lost`, `proof`, `return` or `customs`. */
  readonly asks: 'where' | 'lost' | 'proof' | 'return' | 'customs';
  readonly carrier: string | null;
  readonly trackingNumber: string;
  readonly shippedAt: Instant;
  readonly lastScanAt: Instant | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly orderName: string;
  /** Until when the carrier takes a claim, as far as that is known. */
  readonly claimBy: Instant | null;
}

const asked: Partial<Record<Claim['ground'], Inquiry['asks']>> = {
  lost: 'lost',
  'delivered-not-received': 'proof',
  'returning-to-sender': 'return',
  'delivery-failed': 'return',
  'customs-hold': 'customs',
};

/** The message for a claim about a parcel with a number; null where there is nothing that a carrier could be asked. */
export function inquiryOf(claim: Claim, order: OrderFacts): Inquiry | null {
  const parcel = order.parcels.find(({ fulfillmentId }) => fulfillmentId === claim.fulfillmentId);
  const trackingNumber = parcel?.trackingNumbers[0];
  if (claim.scenario !== 'logistics' || !parcel || trackingNumber === undefined) return null;
  const claims = claim.deadlines.filter(({ kind }) => kind === 'carrier-claim');
  return {
    asks: asked[claim.ground] ?? 'where',
    carrier: parcel.carrier,
    trackingNumber,
    shippedAt: parcel.createdAt,
    lastScanAt: latest(parcel.scans.map(({ happenedAt }) => happenedAt)),
    from: parcel.originCountry,
    to: order.destinationCountry,
    orderName: order.name,
    claimBy: earliest(claims.map(({ at }) => at)),
  };
}
