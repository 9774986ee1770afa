/*
 * The part of the simulator that is Shopify's servers: token exchange, Admin GraphQL, webhooks.
 *
 * Ids are global ids (`gid://shopify/Order/1001`) wherever they come out; where they go in, the numeric id is accepted too.
 */

import type { FlowEvent, signedRun } from './flow-desk.ts';

export interface ShopSettings {
  /** `<name>.myshopify.com`. */
  readonly domain: string;
  /** ISO 4217. */
  readonly currency: string;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** IANA name. */
  readonly timezone: string;
  /** Defaults to the scopes of shopify.app.toml. */
  readonly grantedScopes?: readonly string[];
}

/** What a buyer wants to send back. */
export interface NewReturn {
  readonly lines: readonly {
    readonly lineItemId: string;
    readonly quantity: number;
    /** Handle of the reason, e.g. `size-too-small`. */
    readonly reason?: string;
    readonly note?: string;
  }[];
}

export interface ShopifyApiOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly shops: readonly ShopSettings[];
}

/** Moves only forward; starts at the machine's time and runs with it. */
export interface SimulatorClock {
  now(): Date;
  advance(milliseconds: number): void;
}

export type LoadOutcome =
  | {
      readonly outcome: 'loaded';
      readonly orderId: string;
      readonly fulfillmentIds: readonly string[];
    }
  /** The body is no order, or contradicts itself; nothing was guessed. */
  | { readonly outcome: 'rejected'; readonly reason: string };

/** What goes wrong on purpose. Each is off until set. */
export interface Faults {
  /** The next N calls that move money are performed and their connection is cut before the answer. */
  dropRefundAnswers: number;
  /**
   * The next N calls that move money are performed only `lateMs` after they arrived; with `lateCut` their connection is cut at
   * once, as by a proxy that gave up.
   */
  lateRefunds: number;
  lateMs: number;
  lateCut: boolean;
  /** The next N calls that move money answer 500 without performing anything. */
  failRefunds: number;
  /** Refund transactions stay PENDING until `settleRefund` is called. */
  pendingRefunds: boolean;
  /** The next N Admin calls answer THROTTLED; `throttleAs` chooses HTTP 200 with errors, or 429. */
  throttle: number;
  throttleAs: 'graphql' | 'http';
  /** The next N changes of a legal text are made and their connection is cut before the answer. */
  dropPolicyAnswers: number;
  /** How long a cancellation's job takes. */
  cancelTakesMs: number;
  /** Token refreshes answer 400 invalid_grant. */
  refuseRefresh: boolean;
  /** How long a bulk operation gathers. */
  bulkTakesMs: number;
  /** The next N bulk operations fail. */
  failBulk: number;
  /** The result of a bulk operation comes in pieces of 4 kB with this pause between them; 0: at once. */
  bulkPauseMs: number;
  /** Every Admin answer waits this long. */
  delayMs: number;
  /** Admin answers 503. */
  down: boolean;
}

export interface AdminCallRecord {
  readonly shop: string;
  readonly operation: string;
  readonly variables: unknown;
  readonly at: Date;
  /** 0: the connection was cut instead of an answer. */
  readonly status: number;
}

/** A call of the token endpoint; the tokens themselves are not kept. */
export interface TokenRequest {
  readonly shop: string;
  /** `grant_type` as it was sent. */
  readonly grant: string;
  readonly status: number;
}

export interface DeliveryRequest {
  readonly shop: string;
  readonly topic: string;
  /** Sent as it is when text; an object is serialised. */
  readonly body: unknown;
  /** Chosen freshly when absent. The same id again is a duplicate. */
  readonly webhookId?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface DeliveryReport {
  readonly webhookId: string;
  /** Null when there was no answer within Shopify's five seconds. */
  readonly status: number | null;
  readonly milliseconds: number;
}

export interface SimulatedTransaction {
  readonly id: string;
  readonly kind: string;
  readonly status: string;
  readonly gateway: string;
  /** Presentment. */
  readonly amount: string;
  readonly currency: string;
  readonly parentId: string | null;
}

export interface SimulatedRefund {
  readonly id: string;
  readonly note: string | null;
  readonly transactions: readonly SimulatedTransaction[];
}

/** What a test or the admin page may see of an order. */
export interface SimulatedOrder {
  readonly id: string;
  readonly name: string;
  readonly shop: string;
  readonly createdAt: string;
  readonly cancelledAt: string | null;
  readonly financialStatus: string;
  readonly fulfillmentStatus: string;
  readonly currency: string;
  readonly total: string;
  readonly destinationCountry: string | null;
  readonly fulfillments: readonly { readonly id: string; readonly displayStatus: string | null }[];
  readonly transactions: readonly SimulatedTransaction[];
  readonly refunds: readonly SimulatedRefund[];
  readonly note: string | null;
  readonly tags: readonly string[];
  readonly metafields: Readonly<Record<string, string>>;
}

export interface NewFulfillment {
  /** Lines by numeric id; everything unfulfilled when absent. */
  readonly lines?: readonly { readonly lineItemId: string; readonly quantity: number }[];
  readonly trackingCompany: string | null;
  readonly trackingNumber: string | null;
  readonly estimatedDeliveryAt?: string | null;
  /** Defaults to the clock. */
  readonly createdAt?: string;
}

export interface NewScan {
  /** FulfillmentEventStatus, e.g. `IN_TRANSIT`. */
  readonly status: string;
  readonly happenedAt?: string;
  readonly message?: string | null;
  readonly country?: string | null;
}

export interface ShopifyApi {
  /** `http://127.0.0.1:<port>`; which shop is meant is the Host header. */
  readonly origin: string;
  readonly clock: SimulatorClock;
  readonly faults: Faults;
  /** From now on every change of an order sends the webhooks that shopify.app.toml subscribes to, retried as Shopify does. */
  deliverTo(appOrigin: string): void;
  /**
   * Loads a REST-shaped order, bare or under `order`, parsed or as JSON text (which keeps ids above 2^53); sends no
   * webhook. An order that is already there is replaced.
   */
  loadOrder(shop: string, body: unknown): LoadOutcome;
  orders(shop: string): readonly SimulatedOrder[];
  order(shop: string, orderId: string): SimulatedOrder | null;
  /**
   * The body that a webhook of this topic would carry for the order now (REST shape, reduced by `include_fields`). The
   * global id of a fulfillment, refund, transaction or fulfillment order picks that one; an order's id, its latest. Ids
   * above 2^53 are bigints, which `deliver` writes as plain digits.
   */
  payloadOf(shop: string, topic: string, id: string): unknown;

  // What happens to an order. Each changes the state and sends its webhooks.
  announceOrder(shop: string, orderId: string): void;
  addFulfillment(shop: string, orderId: string, fulfillment: NewFulfillment): string;
  addScan(shop: string, fulfillmentId: string, scan: NewScan): void;
  cancelOrder(shop: string, orderId: string): void;
  /** A refund made by somebody else, amount only, presentment; of a return where one is named. */
  refundElsewhere(shop: string, orderId: string, amount: string, returnId?: string): string;
  /** The buyer asks to send goods back; answers the return's id. */
  requestReturn(shop: string, orderId: string, wanted: NewReturn): string;
  /** The merchant agrees. */
  approveReturn(shop: string, returnId: string): void;
  /** The goods are back and were processed. */
  receiveReturn(shop: string, returnId: string): void;
  openDispute(shop: string, orderId: string, initiatedAs: 'CHARGEBACK' | 'INQUIRY'): void;
  /** Ends PENDING transactions of a refund and sends order_transactions/create. */
  settleRefund(shop: string, refundId: string, status: 'SUCCESS' | 'FAILURE'): void;
  uninstall(shop: string): void;
  grantedScopes(shop: string): readonly string[];
  /** The merchant grants optional scopes of shopify.app.toml, or takes them back. */
  grantScopes(shop: string, scopes: readonly string[], revoked?: readonly string[]): void;
  /** The body of one of the shop's legal texts (ShopPolicyType); null where there is none. */
  policy(shop: string, type: string): string | null;
  /** What the shop's Flow was told, oldest first. */
  flowEvents(shop: string): readonly FlowEvent[];
  /** A run of one of the app's actions, signed as Flow signs it. */
  flowRun(run: Parameters<typeof signedRun>[0]): ReturnType<typeof signedRun>;
  /** Somebody else writes it. */
  writePolicy(shop: string, type: string, body: string): void;

  /** Sends one signed delivery once, whatever the app answers. */
  deliver(delivery: DeliveryRequest): Promise<DeliveryReport>;
  /** Resolves when no webhook is on its way or waiting for a retry. */
  deliveriesSettled(): Promise<void>;
  /** Resolves when all calls that arrived so far are performed, whether or not anybody still waits for their answers. */
  lateSettled(): Promise<void>;
  /** An HS256 session token as App Bridge would hand it out; it lives a minute in the machine's time. */
  sessionToken(shop: string, claims?: Readonly<Record<string, unknown>>): string;
  /** An offline access token that does not expire, as an installed shop's app has one. */
  accessToken(shop: string): string;
  /** Every Admin API call since the start, oldest first. */
  calls(): readonly AdminCallRecord[];
  /**
   * Ids of the refunds that were made while a late call that moves money of the same order had arrived and was not performed yet:
   * whoever sent that call could not know of them.
   */
  crossedRefunds(): ReadonlySet<string>;
  /** Every call of the token endpoint since the start, oldest first. */
  tokenRequests(): readonly TokenRequest[];
  close(): Promise<void>;
}
