import { describe, expect, test } from 'vitest';
import { connectApp } from './connected-app.ts';
import { cups } from './rest-body.ts';
import { refundOf } from './single-refund.ts';

describe('access scopes', () => {
  const all = [
    ...['write_orders', 'read_locations', 'read_merchant_managed_fulfillment_orders'],
    ...['read_third_party_fulfillment_orders', 'read_products', 'write_returns'],
  ];
  const query = `query Read($id: ID!) {
    order(id: $id) {
      id
      lineItems(first: 1) { nodes { title product { id } } }
      fulfillments(first: 1) { id location { id } }
    }
  }`;

  test.each([
    {
      without: 'read_products',
      field: 'product',
      path: ['order', 'lineItems', 'nodes', 0, 'product'],
    },
    {
      without: 'read_locations',
      field: 'location',
      path: ['order', 'fulfillments', 0, 'location'],
    },
  ])(
    'without $without the field $field is refused and the rest is answered',
    async ({ without, field, path }) => {
      const app = await connectApp({ grantedScopes: all.filter((scope) => scope !== without) });
      const id = app.load(cups());
      app.api.addFulfillment(app.shop, id, { trackingCompany: null, trackingNumber: null });
      const { status, body } = await app.admin(query, { id });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        data: { order: { lineItems: { nodes: [{ title: 'Cup' }] } } },
        errors: [
          {
            path,
            extensions: {
              code: 'ACCESS_DENIED',
              documentation: 'https://shopify.dev/api/usage/access-scopes',
              requiredAccess: expect.stringContaining(without) as string,
            },
          },
        ],
      });
      expect(JSON.stringify(body['errors'])).toContain(`Access denied for ${field} field`);
      await app.close();
    },
  );

  test('without any order scope no order is shown and no refund made', async () => {
    const app = await connectApp({ grantedScopes: ['read_locations'] });
    const id = app.load(cups());
    expect((await app.admin(query, { id })).body).toMatchObject({
      data: { order: null },
      errors: [{ path: ['order'], extensions: { code: 'ACCESS_DENIED' } }],
    });
    expect((await app.admin(refundOf(app, id))).body).toMatchObject({
      data: { refundCreate: null },
      errors: [{ extensions: { code: 'ACCESS_DENIED' } }],
    });
    expect(app.api.order(app.shop, id)?.refunds).toHaveLength(0);
    await app.close();
  });

  test('fulfillment orders of third parties need their own scope', async () => {
    const dispatches =
      'query D($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id } } } }';
    const seen = async (...scopes: string[]) => {
      const app = await connectApp({ grantedScopes: ['read_orders', ...scopes] });
      const line = { quantity: 1, price: '1.00', title: 'Cup' };
      const line_items = [
        { ...line, id: 1, fulfillment_service: 'manual' },
        { ...line, id: 2, fulfillment_service: 'warehouse-inc' },
      ];
      const { body } = await app.admin(dispatches, { id: app.load(cups({ line_items })) });
      await app.close();
      const { data } = body as never as {
        data: { order: { fulfillmentOrders: { nodes: object[] } } | null };
      };
      return data.order?.fulfillmentOrders.nodes.length ?? null;
    };
    expect(await seen()).toBeNull();
    expect(await seen('read_merchant_managed_fulfillment_orders')).toBe(1);
    expect(
      await seen('read_merchant_managed_fulfillment_orders', 'read_third_party_fulfillment_orders'),
    ).toBe(2);
  });
});
