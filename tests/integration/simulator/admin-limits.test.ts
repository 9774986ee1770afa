import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp } from './connected-app.ts';
import { cups } from './rest-body.ts';

const readShop = '{ shop { currencyCode ianaTimezone shopAddress { countryCodeV2 } } }';

describe('the Admin API', () => {
  let app: ConnectedApp;
  beforeEach(async () => {
    app = await connectApp();
  });
  afterEach(() => app.close());

  test('says what is asked of it at which cost', async () => {
    expect((await app.admin(readShop)).body).toMatchObject({
      data: { shop: { currencyCode: 'USD', shopAddress: { countryCodeV2: 'US' } } },
      extensions: {
        cost: {
          requestedQueryCost: 2,
          actualQueryCost: 2,
          throttleStatus: { maximumAvailable: 2000, restoreRate: 100 },
        },
      },
    });
    expect(app.api.calls().at(-1)).toMatchObject({ shop: app.shop, operation: '', status: 200 });
  });

  test('refuses a query that could touch more than a thousand objects', async () => {
    const id = app.load(cups());
    const query = `query Big($id: ID!) { order(id: $id) { lineItems(first: 250) { nodes { id taxLines(first: 4) { title } } } } }`;
    const { status, body } = await app.admin(query, { id });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      errors: [{ extensions: { code: 'MAX_COST_EXCEEDED', maxCost: 1000 } }],
    });
    expect(body['data']).toBeUndefined();
  });

  test('throttles when the bucket is empty and recovers with the clock', async () => {
    const id = app.load(cups({ line_items: manyLines(250) }));
    const query = `query Dear($id: ID!) { order(id: $id) { lineItems(first: 250) { nodes { id product { id } originalUnitPriceSet { shopMoney { amount } } } } } }`;
    const ask = async () =>
      (await app.admin(query.replace(' product { id }', ''), { id })).body as never as {
        errors?: { message: string; extensions: { code: string } }[];
        extensions: {
          cost: { actualQueryCost: number | null; throttleStatus: { currentlyAvailable: number } };
        };
      };
    let answer = await ask();
    for (let call = 0; !answer.errors && call < 100; call += 1) answer = await ask();
    expect(answer.errors).toMatchObject([
      { message: 'Throttled', extensions: { code: 'THROTTLED' } },
    ]);
    expect(answer.extensions.cost.actualQueryCost).toBeNull();
    app.api.clock.advance(10_000);
    expect((await ask()).errors).toBeUndefined();
  });

  test('answers an unknown order with null and an unknown node too', async () => {
    const query =
      '{ order(id: "gid://shopify/Order/1") { id } node(id: "gid://shopify/Fulfillment/1") { id } }';
    expect((await app.admin(query)).body).toMatchObject({ data: { order: null, node: null } });
  });

  test('refuses a field that Shopify lacks, in Shopify’s words', async () => {
    expect((await app.admin('{ shop { moon } }')).body).toMatchObject({
      errors: [
        {
          message: "Field 'moon' doesn't exist on type 'Shop'",
          extensions: { code: 'undefinedField', typeName: 'Shop', fieldName: 'moon' },
        },
      ],
    });
  });

  test('names a field that Shopify has and the simulator has not', async () => {
    expect((await app.admin('{ shop { email } }')).body).toMatchObject({
      errors: [{ message: 'The simulator does not simulate Shop.email' }],
    });
  });

  test('refuses variables that the schema refuses', async () => {
    const query = 'query Read($id: ID!) { order(id: $id) { id } }';
    const refused = async (variables: Record<string, unknown>) =>
      (await app.admin(query, variables)).body;
    expect(await refused({})).toMatchObject({
      errors: [
        {
          message: 'Variable $id of type ID! was provided invalid value',
          extensions: {
            code: 'INVALID_VARIABLE',
            problems: [{ explanation: 'Expected value to not be null' }],
          },
        },
      ],
    });
    expect(await refused({ id: '7' })).toMatchObject({
      errors: [{ extensions: { problems: [{ explanation: "Invalid global id '7'" }] } }],
    });
    const mutation =
      'mutation M($input: RefundInput!) { refundCreate(input: $input) @idempotent(key: "k") { userErrors { message } } }';
    const input = { orderId: 'gid://shopify/Order/1', foo: 1 };
    expect((await app.admin(mutation, { input })).body).toMatchObject({
      errors: [
        {
          message:
            'Variable $input of type RefundInput! was provided invalid value for foo (Field is not defined on RefundInput)',
          extensions: {
            problems: [{ path: ['foo'], explanation: 'Field is not defined on RefundInput' }],
          },
        },
      ],
    });
  });

  test('takes the defaults of variables, in what is read and in its cost', async () => {
    const id = app.load(cups({ line_items: manyLines(5) }));
    const query = `query D($id: ID! = "${id}", $first: Int = 2) { order(id: $id) { lineItems(first: $first) { nodes { id } } } }`;
    const { body } = await app.admin(query);
    expect(body).toMatchObject({ data: { order: { lineItems: { nodes: [{}, {}] } } } });
  });

  test('refuses lists of more than 250', async () => {
    const ids = Array.from({ length: 251 }, (_, index) => `gid://shopify/Order/${index}`);
    const { body } = await app.admin('query N($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
    expect(body).toMatchObject({ errors: [{ extensions: { code: 'MAX_INPUT_SIZE_EXCEEDED' } }] });
  });

  test('pages forwards, backwards and in reverse', async () => {
    const id = app.load(cups({ line_items: manyLines(5) }));
    const page = async (args: string) =>
      (
        (
          await app.admin(
            `query P($id: ID!) { order(id: $id) { lineItems(${args}) { nodes { title } pageInfo { hasNextPage hasPreviousPage endCursor startCursor } } } }`,
            { id },
          )
        ).body as never as {
          data: {
            order: {
              lineItems: {
                nodes: { title: string }[];
                pageInfo: { hasNextPage: boolean; endCursor: string };
              };
            };
          };
        }
      ).data.order.lineItems;
    const titles = (lines: { nodes: { title: string }[] }) =>
      lines.nodes.map(({ title }) => title).join('');
    const first = await page('first: 2');
    expect([titles(first), first.pageInfo.hasNextPage]).toEqual(['01', true]);
    const second = await page(`first: 3, after: "${first.pageInfo.endCursor}"`);
    expect([titles(second), second.pageInfo.hasNextPage]).toEqual(['234', false]);
    expect(titles(await page('last: 2'))).toBe('34');
    expect(titles(await page('first: 2, reverse: true'))).toBe('43');
  });
});

function manyLines(count: number): object[] {
  return Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    title: String(index),
    quantity: 1,
    price: '0.10',
  }));
}
