import type {
  BuyerMessage,
  CarrierAnswer,
  CarrierScan,
  CaseFacts,
  ProblemReport,
} from '../case-facts.ts';
import type { Gid } from '../ids.ts';
import type { Money } from '../money.ts';
import type {
  DisputeFacts,
  ParcelFacts,
  RefundFacts,
  ReturnFacts,
  ScanFacts,
} from '../order-facts.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Instant } from '../time.ts';

/** An order of the past: what was known when it was placed, and what became known later. */
export interface PastOrder {
  /** Nothing of it paid, sent, refunded or said, unless that was so from the first. */
  readonly placed: CaseFacts;
  /** In the order in which it became known, which is not the order in which it happened. */
  readonly news: readonly News[];
}

/** Something that became known; it counts from that instant on, whenever it happened. */
export type News = { readonly knownAt: Instant } & Told;

type Told =
  | { readonly kind: 'paid'; readonly paidAt: Instant; readonly received: Money }
  /** As it was when it was made: its scans and its delivery are news of their own. */
  | { readonly kind: 'parcel'; readonly parcel: ParcelFacts }
  /** It was called off, and what was in it is to be sent again. */
  | { readonly kind: 'parcel-cancelled'; readonly fulfillmentId: Gid<'Fulfillment'> }
  | {
      readonly kind: 'scan';
      readonly fulfillmentId: Gid<'Fulfillment'>;
      readonly scan: ScanFacts;
    }
  | { readonly kind: 'cancelled'; readonly cancelledAt: Instant }
  | {
      readonly kind: 'refund';
      readonly refund: RefundFacts;
      /** The goods that it pays back; none for shipping or goodwill alone. */
      readonly lines: readonly LinePart[];
      /** Of it, for shipping; null for none. */
      readonly shipping: Money | null;
    }
  /** A dispute or a return in its newest state. */
  | { readonly kind: 'dispute'; readonly dispute: DisputeFacts }
  | { readonly kind: 'return'; readonly goods: ReturnFacts }
  | { readonly kind: 'report'; readonly report: ProblemReport }
  | { readonly kind: 'message'; readonly message: BuyerMessage }
  | { readonly kind: 'carrier-scan'; readonly told: CarrierScan }
  | { readonly kind: 'carrier-answer'; readonly answer: CarrierAnswer }
  /** What the shop knew besides: lanes, faults of products, the buyer's other orders. */
  | {
      readonly kind: 'shop';
      readonly known: Pick<CaseFacts, 'lanes' | 'clusters' | 'customer'>;
    }
  /** One to five stars, after the fact: no judgement rests on it. */
  | { readonly kind: 'review'; readonly stars: number };
