import type { Bag } from '../decimal.ts';
import type { JsonObject } from '../json.ts';

/*
 * An order as the simulator keeps it. States are never changed in place: what happens to an order makes the next one.
 * Ids are global ids; instants are ISO 8601 texts; enums are upper case as GraphQL writes them, unknown ones included.
 */

export interface TaxLineState {
  readonly title: string;
  readonly rate: number | null;
  readonly price: Bag;
}

export interface DutyState {
  readonly id: string;
  readonly price: Bag;
}

export interface LineState {
  readonly id: string;
  readonly raw: JsonObject;
  readonly title: string;
  readonly sku: string | null;
  readonly productId: string | null;
  readonly quantity: number;
  readonly currentQuantity: number;
  readonly unfulfilledQuantity: number;
  readonly refundedQuantity: number;
  readonly requiresShipping: boolean;
  readonly isGiftCard: boolean;
  readonly unitPrice: Bag;
  /** Every discount on the whole line. */
  readonly discount: Bag;
  readonly taxLines: readonly TaxLineState[];
  /** Import duties that were paid at checkout. */
  readonly duties: readonly DutyState[];
  readonly fulfillmentService: string;
}

export interface TransactionState {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string | null;
  readonly amount: Bag;
  readonly parentId: string | null;
  readonly createdAt: string;
  readonly processedAt: string;
  readonly errorCode: string | null;
  readonly manual: boolean;
  readonly test: boolean;
}

export interface RefundLineState {
  readonly id: string;
  readonly lineId: string;
  readonly quantity: number;
  readonly restockType: string;
  readonly locationId: string | null;
  readonly subtotal: Bag;
  readonly tax: Bag;
}

export interface RefundState {
  readonly id: string;
  /** As loaded; null for refunds made here. */
  readonly raw: JsonObject | null;
  readonly note: string | null;
  readonly createdAt: string;
  readonly processedAt: string;
  readonly lines: readonly RefundLineState[];
  readonly shipping: Bag;
  readonly transactionIds: readonly string[];
}

export interface ScanState {
  readonly id: string;
  readonly status: string;
  readonly happenedAt: string;
  readonly createdAt: string;
  readonly message: string | null;
  readonly country: string | null;
  readonly estimatedDeliveryAt: string | null;
}

export interface FulfillmentState {
  readonly id: string;
  readonly raw: JsonObject | null;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly status: string;
  readonly displayStatus: string | null;
  readonly estimatedDeliveryAt: string | null;
  readonly locationId: string | null;
  readonly originCountry: string | null;
  readonly tracking: readonly {
    readonly company: string | null;
    readonly number: string | null;
    readonly url: string | null;
  }[];
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly quantity: number;
  }[];
  /** Oldest first. */
  readonly scans: readonly ScanState[];
}

export interface FulfillmentOrderState {
  readonly id: string;
  readonly status: string;
  readonly thirdParty: boolean;
  readonly locationId: string;
  readonly fulfillBy: string | null;
  readonly maxDeliveryAt: string | null;
  readonly holds: readonly { readonly id: string; readonly reason: string }[];
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly total: number;
    readonly remaining: number;
  }[];
}

export interface DisputeState {
  readonly id: string;
  readonly initiatedAs: string;
  readonly status: string;
  readonly initiatedAt: string;
}

export interface ReturnState {
  readonly id: string;
  readonly status: string;
  readonly createdAt: string;
  readonly closedAt: string | null;
  readonly decline: { readonly reason: string; readonly note: string | null } | null;
  readonly refundIds: readonly string[];
  readonly lines: readonly {
    readonly id: string;
    readonly lineId: string;
    readonly quantity: number;
    readonly processed: number;
    /** Handle of its reason. */
    readonly reason: string | null;
    readonly note: string | null;
  }[];
}

export interface ShippingState {
  /** What the buyer chose; null for none. */
  readonly title: string | null;
  readonly price: Bag;
  /** After discounts: what the buyer paid for shipping, tax apart. */
  readonly charged: Bag;
  readonly tax: Bag;
}

export interface OrderState {
  readonly id: string;
  readonly shop: string;
  readonly raw: JsonObject;
  readonly name: string;
  readonly createdAt: string;
  readonly processedAt: string;
  readonly updatedAt: string;
  readonly cancelledAt: string | null;
  /** Of the cancellation. */
  readonly staffNote: string | null;
  readonly closedAt: string | null;
  readonly test: boolean;
  readonly currency: string;
  readonly presentmentCurrency: string;
  readonly customerLocale: string | null;
  readonly note: string | null;
  readonly tags: readonly string[];
  /** By `namespace.key`. */
  readonly metafields: Readonly<Record<string, string>>;
  readonly taxesIncluded: boolean;
  /** Null when the payload said nothing and nothing follows from its transactions. */
  readonly financialStatus: string | null;
  readonly fulfillmentStatus: string;
  /** Null: no shipping address. Its country may be unknown all the same. */
  readonly shippingAddress: { readonly countryCode: string | null } | null;
  readonly gatewayNames: readonly string[];
  readonly total: Bag;
  readonly currentTotal: Bag;
  readonly subtotal: Bag;
  readonly totalTax: Bag;
  readonly shipping: ShippingState;
  readonly lines: readonly LineState[];
  readonly transactions: readonly TransactionState[];
  readonly refunds: readonly RefundState[];
  readonly fulfillments: readonly FulfillmentState[];
  readonly fulfillmentOrders: readonly FulfillmentOrderState[];
  readonly disputes: readonly DisputeState[];
  readonly customerId: string | null;
  readonly returns: readonly ReturnState[];
}
