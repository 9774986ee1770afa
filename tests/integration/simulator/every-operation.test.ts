import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { cups, lineIdOf } from './rest-body.ts';

const folder = new URL('../../../app/shopify/', import.meta.url);

/** Every `#graphql` literal of the app, so that a new operation is held to the simulator without being listed. */
const operations = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .flatMap((file) => [
    ...readFileSync(new URL(file, folder), 'utf8').matchAll(/`#graphql([^`]*)`/g),
  ])
  .map(([, text = '']) => ({ name: /(?:query|mutation)\s+(\w+)/.exec(text)?.[1] ?? '', text }));

const bulkQuery = '{ orders { edges { node { id } } } }';

describe("the app's operations", () => {
  let app: ConnectedApp;
  let variables: Record<string, unknown>;
  /** Of operations that mean something else by a name. */
  let own: Record<string, Record<string, unknown>>;

  beforeAll(async () => {
    app = await connectApp({
      grantedScopes: [...minimal, 'read_products', 'write_legal_policies'],
    });
    const orderId = app.load(cups());
    const fulfillmentId = app.api.addFulfillment(app.shop, orderId, {
      lines: [{ lineItemId: lineIdOf(orderId), quantity: 1 }],
      trackingCompany: 'UPS',
      trackingNumber: '1Z999',
      estimatedDeliveryAt: '2026-11-09T12:00:00Z',
    });
    app.api.addScan(app.shop, fulfillmentId, { status: 'IN_TRANSIT', country: 'US' });
    const refundLineItems = [
      { lineItemId: lineIdOf(orderId), quantity: 1, restockType: 'NO_RESTOCK' },
    ];
    variables = {
      orderId,
      id: fulfillmentId,
      ids: [fulfillmentId],
      after: null,
      refundLineItems,
      shippingAmount: '1.00',
      suggestFullRefund: false,
      input: { orderId, currency: 'USD', refundLineItems },
      idempotencyKey: 'every operation',
      staffNote: 'every operation',
      tags: ['every operation'],
      metafields: [
        {
          ownerId: orderId,
          namespace: 'every',
          key: 'operation',
          type: 'single_line_text_field',
          value: 'x',
        },
      ],
    };
    const returnId = 'gid://shopify/Return/1';
    own = {
      AddTag: { id: orderId },
      ReadNote: { id: orderId },
      WriteNote: { input: { id: orderId, note: 'every operation' } },
      ApproveReturn: { input: { id: returnId } },
      DeclineReturn: { input: { id: returnId, declineReason: 'OTHER' } },
      ProcessReturn: { input: { returnId } },
      WritePolicy: { shopPolicy: { type: 'REFUND_POLICY', body: '<p>every operation</p>' } },
      TriggerFlow: {
        handle: 'refund-settled',
        payload: {
          ...{ order_id: 1, 'Suggestion ID': 'x', Ground: 'lost', Amount: 1.5, Currency: 'USD' },
          Automatic: true,
        },
      },
      ReadJob: { id: await jobId() },
      StartBulkOperation: { query: bulkQuery },
      ...(await bulkVariables()),
    };
  });
  afterAll(() => app.close());

  const minimal = [
    ...['read_customers', 'read_fulfillments', 'read_locations', 'write_orders', 'write_returns'],
    ...['read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'],
  ];

  test.each(operations)('$name is executed without an error', async ({ name, text }) => {
    const { status, body } = await app.admin(text, { ...usedBy(text), ...own[name] });
    expect(status).toBe(200);
    expect(body['errors']).toBeUndefined();
    for (const root of Object.values(body['data'] ?? {})) expect(root).not.toBeNull();
  });

  /** Of a cancellation. */
  async function jobId(): Promise<unknown> {
    const cancel = operations.find(({ name }) => name === 'CancelOrder');
    const given = { orderId: app.load(cups()), staffNote: 'every operation' };
    const { body } = await app.admin(cancel?.text ?? '', given);
    const { orderCancel } = body['data'] as { orderCancel: { job: { id: string } } };
    return orderCancel.job.id;
  }

  async function bulkVariables(): Promise<Record<string, Record<string, unknown>>> {
    const start = operations.find(({ name }) => name === 'StartBulkOperation');
    const { body } = await app.admin(start?.text ?? '', { query: bulkQuery });
    const { bulkOperationRunQuery: started } = body['data'] as {
      bulkOperationRunQuery: { bulkOperation: { id: string } };
    };
    const operationId = started.bulkOperation.id;
    return { ReadBulkOperation: { operationId }, CancelBulkOperation: { operationId } };
  }

  function usedBy(text: string): Record<string, unknown> {
    return Object.fromEntries(
      Object.entries(variables).filter(([name]) => text.includes(`$${name}`)),
    );
  }
});
