import { NoDeprecatedCustomRule, parse, specifiedRules, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { historyStages } from '#app/domain/history.ts';
import { apiVersion } from '#app/shopify/api-version.ts';
import { historyQuery } from '#app/shopify/history-queries.ts';
import { bulkQueryProblems } from '#tests/simulator/api/graphql/bulk-query.ts';
import { instant } from '#tests/support/order-facts.ts';
import { adminSchema } from './admin-schema.ts';

const since = instant('2026-09-25T00:00:00Z');
const queries = historyStages.flatMap((stage) =>
  [since, null].map((from) => ({ stage, from, query: historyQuery(stage, from) })),
);
const schemas = { ours: adminSchema(apiVersion), next: adminSchema('unstable') };

test.each(queries)('$stage since $from asks for nothing unknown or deprecated', ({ query }) => {
  for (const [version, schema] of Object.entries(schemas)) {
    const errors = validate(schema, parse(query), [...specifiedRules, NoDeprecatedCustomRule]);
    expect({ version, messages: errors.map(({ message }) => message) }).toEqual({
      version,
      messages: [],
    });
  }
});

test.each(queries)('$stage since $from is one that Shopify runs in bulk', ({ query }) => {
  expect(bulkQueryProblems(schemas.ours, parse(query))).toEqual([]);
});

test('what a look reads of an order is read of the past ones too', () => {
  const look = readFileSync('app/shopify/read-order-facts.server.ts', 'utf8');
  const words = (text: string) => new Set(text.match(/\b[a-z]\w+\b/g));
  const read = words(/`#graphql([^`]*)`/.exec(look)?.[1] ?? '');
  const inBulk = words(historyStages.map((stage) => historyQuery(stage, since)).join(' '));
  const left = [...read].filter((word) => !inBulk.has(word) && !notOfThePast.has(word));
  expect(left).toEqual([]);
});

const notOfThePast = new Set([
  // Of pages and counts, which a bulk operation does not have.
  ...['endCursor', 'fulfillmentsCount', 'transactionsCount', 'hasNextPage', 'nodes', 'pageInfo'],
  ...['count', 'order', 'query', 'reverse'],
  // As they are now, they say nothing of the past.
  ...['fulfillmentHolds', 'note', 'reason', 'remainingQuantity'],
  // Of refunds' transactions: a connection within a list.
  'errorCode',
]);

describe('a query that Shopify would not run', () => {
  const below = (field: string, inner: string) => `${field} { edges { node { id ${inner} } } }`;
  test.each([
    ['by nodes', '{ orders { nodes { id } } }', "Selecting via 'nodes' is not supported"],
    ['without a connection', '{ shop { id } }', 'must contain at least one connection'],
    ['of one thing', '{ node(id: "gid://shopify/Order/1") { id } }', 'a top level `node` field'],
    [
      'with a connection in a list',
      `{ ${below('orders', 'fulfillments { events { edges { node { id } } } }')} }`,
      'a connection field within a list field',
    ],
    [
      'too deep',
      `{ ${below('orders', below('fulfillmentOrders', below('fulfillments', below('events', ''))))} }`,
      'a nesting depth greater than 2',
    ],
    [
      'of six connections',
      `{ ${below('orders', `${below('lineItems', '')} ${below('returns', below('returnLineItems', ''))} ${below('fulfillmentOrders', below('lineItems', ''))}`)} }`,
      'more than 5 connections',
    ],
    [
      'whose nodes have no id',
      '{ orders { edges { node { name } } } }',
      "must select the 'id' field",
    ],
    [
      'that changes something',
      'mutation { tagsAdd(id: "x", tags: []) { userErrors { message } } }',
      'Only `query`',
    ],
  ])('%s is told why', (_, query, words) => {
    expect(bulkQueryProblems(schemas.ours, parse(query)).join(' ')).toContain(words);
  });
});
