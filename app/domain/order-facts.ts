import type { Gid } from './ids.ts';
import type { ReadIntent, ReadWords } from './intent.ts';
import type { CurrencyCode, Money } from './money.ts';
import type { Instant } from './time.ts';

/**
 * What is known of one order at the moment it was read. Every amount is presentment money of `currency`.
 * Shopify's enum values are kept as they came (`string`): a value that this code does not know is carried and
 * shown as unknown, never guessed. `null` is "Shopify says there is none, or did not tell".
 */
export interface OrderFacts {
  readonly orderId: Gid<'Order'>;
  /** The merchant's number of the order, e.g. `#1001`. */
  readonly name: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  readonly cancelledAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly test: boolean;
  readonly currency: CurrencyCode;
  /** OrderDisplayFinancialStatus. */
  readonly financialStatus: string | null;
  /** OrderDisplayFulfillmentStatus. */
  readonly fulfillmentStatus: string;
  /** Where the parcel goes, ISO 3166-1 alpha-2; null when there is no shipping address or it may not be read. */
  readonly destinationCountry: string | null;
  readonly customerLocale: string | null;
  /** What the order's note says; null where there is none, or it says nothing. */
  readonly note: NoteFacts | null;
  /** Who bought, as an id and nothing else; null for a guest or when it may not be read. */
  readonly customerId: Gid<'Customer'> | null;
  /** Shopify's own word on whether anything can be refunded at all. */
  readonly refundable: boolean;
  readonly payment: PaymentFacts;
  readonly shipping: ShippingFacts;
  readonly lines: readonly LineFacts[];
  readonly dispatches: readonly DispatchFacts[];
  readonly parcels: readonly ParcelFacts[];
  readonly refunds: readonly RefundFacts[];
  readonly disputes: readonly DisputeFacts[];
  /** Oldest first. */
  readonly returns: readonly ReturnFacts[];
  /** OrderReturnStatus, e.g. `NO_RETURN`, `IN_PROGRESS`. */
  readonly returnStatus: string;
  /** Parts that could not be read (access refused, or too large); what they would hold is unknown, not empty. */
  readonly unread: readonly UnreadPart[];
}

export type UnreadPart =
  'destination' | 'customer' | 'dispatches' | 'disputes' | 'returns' | 'lines' | 'parcels';

/** A note of the buyer's at checkout, or of whoever wrote into it later; the text itself is not kept. */
export interface NoteFacts {
  /** When it was first seen with this meaning: Shopify does not say when it was written. */
  readonly at: Instant;
  readonly intents: readonly ReadIntent[];
}

export interface PaymentFacts {
  /** What the order costs now, edits and returns included. */
  readonly total: Money;
  /** The same in the shop's own currency, at the order's rate: converts estimates of cost, never what is paid. */
  readonly shopTotal: Money;
  /** What came in, refunds not taken off. */
  readonly received: Money;
  /** What went back and succeeded (Shopify leaves pending refunds out of it). */
  readonly refunded: Money;
  /** Refund transactions that are neither succeeded nor failed: count as refunded. */
  readonly refundPending: Money;
  /** Instant of the first successful payment (sale or capture); null when nothing was paid. */
  readonly paidAt: Instant | null;
  readonly gateways: readonly string[];
  /** True when a successful payment went through a gateway whose money Shopify cannot send back. */
  readonly manualGateway: boolean;
}

export interface ShippingFacts {
  /** What the buyer paid for shipping now, tax included when the order's prices include it. */
  readonly price: Money;
  /** Shipping already refunded. */
  readonly refunded: Money;
  /** What the buyer chose at checkout, e.g. `Standard`; null for none. */
  readonly service: string | null;
}

export interface LineFacts {
  readonly lineItemId: Gid<'LineItem'>;
  readonly title: string;
  readonly sku: string | null;
  /** As ordered. */
  readonly quantity: number;
  /** As ordered less removed and refunded. */
  readonly currentQuantity: number;
  /** Not yet shipped and still to be shipped. */
  readonly unfulfilledQuantity: number;
  readonly refundableQuantity: number;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  /** Price of one after all discounts; before tax unless the order's prices include tax. */
  readonly unitPrice: Money;
  /** Tax on the whole line. */
  readonly tax: Money;
  /** Import duties that the buyer paid at checkout for the whole line. */
  readonly duties: Money;
  readonly dutyIds: readonly Gid<'Duty'>[];
}

/** A FulfillmentOrder: what is still to be sent from one place, and by when. */
export interface DispatchFacts {
  readonly fulfillmentOrderId: Gid<'FulfillmentOrder'>;
  /** FulfillmentOrderStatus. */
  readonly status: string;
  /** Ship-by date that Shopify knows. */
  readonly fulfillBy: Instant | null;
  /** Latest delivery instant shown to the buyer at checkout. */
  readonly promisedBy: Instant | null;
  readonly locationId: Gid<'Location'> | null;
  /** ISO 3166-1 alpha-2 of the place it is sent from. */
  readonly originCountry: string | null;
  /** Reasons for which it is held (FulfillmentHoldReason). */
  readonly holds: readonly string[];
  readonly lines: readonly {
    readonly lineItemId: Gid<'LineItem'>;
    readonly remainingQuantity: number;
  }[];
}

/** A Fulfillment: what one carrier brings. */
export interface ParcelFacts {
  readonly fulfillmentId: Gid<'Fulfillment'>;
  readonly name: string;
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** FulfillmentStatus; `CANCELLED` parcels were never sent. */
  readonly status: string;
  /** FulfillmentDisplayStatus. */
  readonly displayStatus: string | null;
  readonly carrier: string | null;
  readonly trackingNumbers: readonly string[];
  readonly trackingUrl: string | null;
  /** When the carrier said it would arrive. */
  readonly estimatedDeliveryAt: Instant | null;
  readonly inTransitAt: Instant | null;
  readonly deliveredAt: Instant | null;
  readonly requiresShipping: boolean;
  /** ISO 3166-1 alpha-2 of the place it was sent from. */
  readonly originCountry: string | null;
  readonly lines: readonly { readonly lineItemId: Gid<'LineItem'>; readonly quantity: number }[];
  /** Oldest first. */
  readonly scans: readonly ScanFacts[];
}

/** A FulfillmentEvent, or a carrier's scan from elsewhere. */
export interface ScanFacts {
  /** FulfillmentEventStatus, or the word of the source, as it came; empty when there was only a text. */
  readonly status: string;
  readonly happenedAt: Instant;
  readonly message: string | null;
  readonly country: string | null;
  /** Whose vocabulary the status is of, e.g. `aftership`; null for Shopify's. */
  readonly source: string | null;
}

/** A Return: goods that the buyer wants to send back, or has. */
export interface ReturnFacts {
  readonly returnId: Gid<'Return'>;
  /** ReturnStatus: REQUESTED, OPEN, CLOSED, CANCELED, DECLINED. */
  readonly status: string;
  readonly requestedAt: Instant;
  /** When the goods were back; null while they are not, or nobody told. */
  readonly receivedAt: Instant | null;
  readonly lines: readonly ReturnLineFacts[];
  /** Scans of the parcel on its way back, oldest first. */
  readonly scans: readonly ScanFacts[];
  /** Refunds that were made through it. */
  readonly refundIds: readonly Gid<'Refund'>[];
}

/** With what the buyer's note says, as read; the note itself is not kept. */
export interface ReturnLineFacts extends ReadWords {
  /** Null in a story. */
  readonly returnLineId: Gid<'ReturnLineItem'> | null;
  readonly lineItemId: Gid<'LineItem'>;
  readonly quantity: number;
  /** Of these, how many were worked through: taken in, and paid back or not. */
  readonly processed: number;
  /** ReturnReason, e.g. `DEFECTIVE`, `SIZE_TOO_SMALL`; null when none was given. */
  readonly reason: string | null;
}

export interface RefundFacts {
  readonly refundId: Gid<'Refund'>;
  readonly createdAt: Instant | null;
  readonly note: string | null;
  /** Sum of its transactions, failed ones left out. */
  readonly amount: Money;
  readonly transactions: readonly {
    readonly transactionId: Gid<'OrderTransaction'>;
    /** OrderTransactionStatus. */
    readonly status: string;
    readonly amount: Money;
    readonly errorCode: string | null;
  }[];
}

export interface DisputeFacts {
  readonly disputeId: string;
  /** CHARGEBACK or INQUIRY. */
  readonly initiatedAs: string;
  /** DisputeStatus. */
  readonly status: string;
  /** The bank's reason, e.g. `PRODUCT_NOT_RECEIVED`; null when it was not told. */
  readonly reason: string | null;
  readonly openedAt: Instant | null;
}
