import { randomUUID } from 'node:crypto';
import type {
  AdminCallRecord,
  TokenRequest,
  Faults,
  LoadOutcome,
  ShopifyApi,
  ShopifyApiOptions,
} from './shopify-api.ts';
import { openGraphqlDesk } from './graphql/answer-graphql.ts';
import { openBulkDesk } from './graphql/bulk-desk.ts';
import { openOrderDesk } from './graphql/order-desk.ts';
import { openRefundDesk } from './graphql/refund-desk.ts';
import { listen } from './http-server.ts';
import { openAccessTokens } from './oauth/access-tokens.ts';
import { sessionClaims, signSessionToken } from './oauth/session-token.ts';
import { orderLife } from './order-life.ts';
import { loadOrder } from './orders/load-order.ts';
import { OrderRefused } from './orders/order-refused.ts';
import { viewOrder } from './orders/view-order.ts';
import { readAppConfig } from './read-app-config.ts';
import { openFlowDesk, signedRun } from './flow-desk.ts';
import { openShopPolicies } from './shop-policies.ts';
import { startClock } from './simulator-clock.ts';
import { openStore, type ShopState } from './store.ts';
import { openOutbox } from './webhooks/outbox.ts';
import { payloadFor } from './webhooks/payload-for.ts';

/** Starts Shopify's servers for one app on a free port of this machine, plain HTTP. */
export async function startShopifyApi(options: ShopifyApiOptions): Promise<ShopifyApi> {
  const { apiKey, apiSecret } = options;
  const config = readAppConfig();
  const clock = startClock();
  const faults = noFaults();
  const store = openStore(options.shops, { scopes: config.scopes, clock });
  const tokens = openAccessTokens(clock);
  const outbox = openOutbox({ config, apiSecret, clock });
  const { announceRefund, announceChange, ...life } = orderLife({
    store,
    outbox,
    tokens,
    clock,
    faults,
  });
  const refundDesk = openRefundDesk({ store, clock, faults, onRefund: announceRefund });
  const orderDesk = openOrderDesk({
    ...{ store, clock, faults },
    onRefund: announceRefund,
    onChange: announceChange,
  });
  const bulkDesk = openBulkDesk({
    ...{ clock, faults },
    newId: (type) => store.newId(type),
    onEnd: ({ id, shop, status, type, errorCode, createdAt, completedAt }) => {
      outbox.announce(
        shop,
        'bulk_operations/finish',
        {
          admin_graphql_api_id: id,
          completed_at: completedAt,
          created_at: createdAt,
          error_code: errorCode?.toLowerCase() ?? null,
          status: status.toLowerCase(),
          type: type.toLowerCase(),
        },
        randomUUID(),
      );
    },
  });
  const policies = openShopPolicies(clock, (type) => store.newId(type));
  const flowDesk = openFlowDesk();
  const calls: AdminCallRecord[] = [];
  const tokenRequests: TokenRequest[] = [];
  const crossed = new Set<string>();
  const server = await listen({
    store,
    graphql: openGraphqlDesk({ store, clock, refundDesk, orderDesk, policies, flowDesk, bulkDesk }),
    oauth: { apiKey, apiSecret, clock, tokens, faults },
    bulkDesk,
    faults,
    clock,
    record: (call) => void calls.push(call),
    recordToken: (request) => void tokenRequests.push(request),
    recordCrossed: (ids) => ids.forEach((id) => crossed.add(id)),
  });

  return {
    ...life,
    origin: server.origin,
    clock,
    faults,
    deliverTo: outbox.deliverTo,
    deliver: outbox.deliver,
    deliveriesSettled: outbox.settled,
    lateSettled: server.lateSettled,
    loadOrder: (shop, body) => load(shopOf(shop), body),
    orders: (shop) => store.orders(shop).map(viewOrder),
    order(shop, orderId) {
      const order = store.order(shop, orderId);
      return order && viewOrder(order);
    },
    payloadOf(shop, topic, id) {
      const order = store.order(shop, id) ?? store.orderHolding(shop, id);
      const partId = order && order.id !== id && id.startsWith('gid://') ? { partId: id } : {};
      const payload = payloadFor(topic, { shop: shopOf(shop), order, ...partId });
      if (!payload) throw new RangeError(`${id} has nothing that ${topic} could tell of`);
      return outbox.reduced(topic, payload);
    },
    policy: (shop, type) => policies.of(shop).find((each) => each.type === type)?.body ?? null,
    flowEvents: (shop) => flowDesk.events.filter((event) => event.shop === shop),
    flowRun: (run) => signedRun(run, apiSecret),
    writePolicy: (shop, type, body) => void policies.write(shop, type, body),
    grantedScopes: (shop) => shopOf(shop).scopes,
    grantScopes(shop, wanted, revoked = []) {
      const foreign = [...wanted, ...revoked].filter(
        (each) => !config.optionalScopes.includes(each),
      );
      if (foreign.length > 0) throw new RangeError(`no optional scopes: ${foreign.join(', ')}`);
      const { scopes: previous } = shopOf(shop);
      const current = [...new Set([...previous, ...wanted])].filter(
        (each) => !revoked.includes(each),
      );
      store.grant(shop, current);
      tokens.regrant(shop, current);
      const news = payloadFor('app/scopes_update', { shop: shopOf(shop), order: null });
      outbox.announce(shop, 'app/scopes_update', { ...news, previous }, randomUUID());
    },
    sessionToken: (shop, claims) =>
      signSessionToken(
        { ...sessionClaims({ shop, apiKey, now: new Date() }), ...claims },
        apiSecret,
      ),
    accessToken: (shop) => {
      const { scopes } = shopOf(shop);
      return tokens.issue({ shop, scopes }, { seconds: null, refresh: false }).accessToken;
    },
    calls: () => [...calls],
    crossedRefunds: () => crossed,
    tokenRequests: () => [...tokenRequests],
    async close() {
      bulkDesk.close();
      outbox.close();
      await server.close();
    },
  };

  function shopOf(domain: string): ShopState {
    const shop = store.shop(domain);
    if (!shop) throw new RangeError(`the simulator has no shop ${domain}`);
    return shop;
  }

  function load(shop: ShopState, body: unknown): LoadOutcome {
    try {
      const order = loadOrder(body, {
        shop: shop.domain,
        primaryLocationId: shop.primaryLocationId,
        newId: (type) => store.newId(type),
      });
      store.put(order);
      return {
        outcome: 'loaded',
        orderId: order.id,
        fulfillmentIds: order.fulfillments.map(({ id }) => id),
      };
    } catch (error) {
      if (error instanceof OrderRefused) return { outcome: 'rejected', reason: error.message };
      throw error;
    }
  }
}

function noFaults(): Faults {
  return {
    dropRefundAnswers: 0,
    lateRefunds: 0,
    lateMs: 0,
    lateCut: false,
    failRefunds: 0,
    pendingRefunds: false,
    throttle: 0,
    throttleAs: 'graphql',
    dropPolicyAnswers: 0,
    cancelTakesMs: 20,
    bulkTakesMs: 20,
    failBulk: 0,
    bulkPauseMs: 0,
    refuseRefresh: false,
    delayMs: 0,
    down: false,
  };
}
