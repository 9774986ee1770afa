import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'smol-toml';
import { expect, test } from 'vitest';
import { orderTopics } from '#app/domain/health/order-topics.ts';
import { apiVersion } from '#app/shopify/api-version.ts';

interface Subscription {
  readonly topics?: readonly string[];
  readonly compliance_topics?: readonly string[];
  readonly uri: string;
  readonly include_fields?: readonly string[];
}

const config = parse(readFileSync('shopify.app.toml', 'utf8')) as unknown as {
  readonly webhooks: {
    readonly api_version: string;
    readonly subscriptions: readonly Subscription[];
  };
};
const { subscriptions } = config.webhooks;

/** The topics whose bodies carry protected customer data, as Shopify's reference of webhooks flags them. */
const carriesCustomerData =
  /^(orders|fulfillments|fulfillment_events|refunds|order_transactions|disputes|customers)\//;

/** Names of things and instants, states and kinds: nothing that could tell who the buyer is. */
const impersonal =
  /^(order_edit\.)?(id|admin_graphql_api_id|(order|fulfillment|return|refund)_id|[a-z]+_at|status|kind)$/;

test('one API version: the constant, shopify.app.toml and the schema', () => {
  expect(config.webhooks.api_version).toBe(apiVersion);
  expect(existsSync(`schema/admin_${apiVersion}.json.gz`)).toBe(true);
});

test('every topic is delivered to the one webhook path', () => {
  expect(subscriptions.length).toBeGreaterThan(0);
  expect(new Set(subscriptions.map(({ uri }) => uri))).toEqual(new Set(['/webhooks']));
});

test('no topic is subscribed twice', () => {
  const topics = subscriptions.flatMap(({ topics = [] }) => topics);
  expect([...new Set(topics)]).toEqual(topics);
});

test('names and addresses stay at Shopify: topics about a customer name the fields they want', () => {
  const open = subscriptions
    .filter(({ include_fields }) => include_fields === undefined)
    .flatMap(({ topics = [] }) => topics)
    .filter((topic) => carriesCustomerData.test(topic));
  expect(open).toEqual([]);
});

test('no field that is asked for says who the buyer is', () => {
  const fields = subscriptions.flatMap(({ include_fields = [] }) => include_fields);
  expect(fields.length).toBeGreaterThan(0);
  expect(fields.filter((field) => !impersonal.test(field))).toEqual([]);
});

test('an instant is among the fields, or Shopify would take two deliveries for one', () => {
  const without = subscriptions
    .filter(
      ({ include_fields }) =>
        include_fields && !include_fields.some((field) => field.endsWith('_at')),
    )
    .flatMap(({ topics = [] }) => topics);
  expect(without).toEqual([]);
});

test('the three privacy topics are subscribed', () => {
  const compliance = subscriptions.flatMap(({ compliance_topics = [] }) => compliance_topics);
  expect(compliance.sort()).toEqual(['customers/data_request', 'customers/redact', 'shop/redact']);
});

test('the health page knows each topic about orders', () => {
  const topics = subscriptions.flatMap(({ topics = [] }) => topics);
  const aboutOrders = topics.filter((topic) => !/^(app|shop|bulk_operations)\//.test(topic));
  expect(aboutOrders.sort()).toEqual([...orderTopics].sort());
});
