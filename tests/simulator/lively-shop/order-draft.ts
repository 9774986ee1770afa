import type { Product } from './catalogue.ts';
import type { Lane } from './markets.ts';

/* What happened to an order, told in days before now (less than nothing: days from now on). */

export interface OrderDraft {
  readonly placedAgo: number;
  readonly lane: Lane;
  readonly lines: readonly LineDraft[];
  readonly payment: 'paid' | 'authorized' | 'pending' | 'voided';
  /** Per cent off every line. */
  readonly discount: number;
  readonly freeShipping: boolean;
  /** Ship-by date that the shop set; null for none. */
  readonly shipByAgo: number | null;
  /** FulfillmentHoldReason. */
  readonly hold: string | null;
  readonly cancelledAgo: number | null;
  readonly parcels: readonly ParcelDraft[];
  readonly refund: RefundDraft | null;
  readonly dispute: 'CHARGEBACK' | 'INQUIRY' | null;
  readonly test: boolean;
}

export interface LineDraft {
  readonly product: Product;
  readonly quantity: number;
}

export interface ParcelDraft {
  readonly sentAgo: number;
  /** Positions of the lines that it carries whole; null for all of them. */
  readonly carries: readonly number[] | null;
  /** When the carrier said it would arrive; null for not at all. */
  readonly promisedAgo: number | null;
  readonly scans: readonly ScanDraft[];
}

export interface ScanDraft {
  /** FulfillmentEventStatus, lower case as REST writes it. */
  readonly status: string;
  readonly ago: number;
  readonly country: string;
  /** The carrier's words; null for none. */
  readonly message: string | null;
}

export interface RefundDraft {
  readonly ago: number;
  /** Everything, the goods of the first line, or so many per cent of the total and no goods. */
  readonly of: 'everything' | 'first-line' | { readonly percent: bigint };
  readonly restock: 'no_restock' | 'cancel' | 'return';
  readonly note: string;
}
