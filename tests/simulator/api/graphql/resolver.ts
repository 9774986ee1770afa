import type { GraphQLResolveInfo } from 'graphql';
import type { Bag } from '../decimal.ts';
import { graphqlAmount } from '../decimal.ts';
import type { OrderState } from '../orders/order-state.ts';
import type { ShopState, Store } from '../store.ts';
import type { BulkDesk, BulkRun } from './bulk-desk.ts';
import type { OrderDesk } from './order-desk.ts';
import type { FlowDesk } from '../flow-desk.ts';
import type { ShopPolicies } from '../shop-policies.ts';
import type { RefundDesk } from './refund-desk.ts';

/** What a resolver works with, fresh for every call. */
export interface CallContext {
  readonly store: Store;
  readonly shop: ShopState;
  readonly scopes: ReadonlySet<string>;
  readonly refundDesk: RefundDesk;
  readonly orderDesk: OrderDesk;
  readonly policies: ShopPolicies;
  readonly flowDesk: FlowDesk;
  readonly bulkDesk: BulkDesk;
  /** A bulk query, ready to run; or why Shopify would not. */
  readonly prepareBulk: (query: string, isGrouped: boolean) => (() => BulkRun) | readonly string[];
  /** As they were sent, field order included. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Run when the answer has left, or would have. */
  readonly onAnswered: (whenAnswered: () => void) => void;
}

/*
 * Arguments are typed loosely here: graphql-js has coerced them by Shopify's schema before a resolver sees them.
 */
export type Resolve<Source> = (
  source: Source,
  args: never,
  context: CallContext,
  info: GraphQLResolveInfo,
) => unknown;

export type Resolvers<Source> = Readonly<Record<string, Resolve<Source>>>;

/** By type name. A field that isn't here is not simulated, and asking for it is an error. */
export type ResolverTable = Readonly<Record<string, Resolvers<never>>>;

/** For objects whose fields are the source's own properties. */
export function plain(...fields: readonly string[]): Resolvers<never> {
  return Object.fromEntries(
    fields.map((field) => [field, (source: Readonly<Record<string, unknown>>) => source[field]]),
  );
}

export function moneyBag(order: Pick<OrderState, 'currency' | 'presentmentCurrency'>, bag: Bag) {
  return {
    shopMoney: { amount: graphqlAmount(bag.shop), currencyCode: order.currency },
    presentmentMoney: {
      amount: graphqlAmount(bag.presentment),
      currencyCode: order.presentmentCurrency,
    },
  };
}

export function numberIn(gid: string): string {
  return gid.slice(gid.lastIndexOf('/') + 1);
}
