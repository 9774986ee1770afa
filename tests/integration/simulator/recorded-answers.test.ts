import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectApp, type ConnectedApp, type Json } from './connected-app.ts';
import { cups, lineIdOf, set } from './rest-body.ts';

const payloads = new URL('../../../../shared/data/payloads/', import.meta.url);

const mutations = {
  refundCreate: ['RefundInput!', '@idempotent(key: $key)'],
  returnApproveRequest: ['ReturnApproveRequestInput!', ''],
  returnDeclineRequest: ['ReturnDeclineRequestInput!', ''],
  returnProcess: ['ReturnProcessInput!', ''],
} as const;
type Mutation = keyof typeof mutations | 'orderCancel';

let app: ConnectedApp;
beforeAll(async () => {
  app = await connectApp({ currency: 'CAD' });
});
afterAll(() => app.close());

const recorded = existsSync(payloads)
  ? [...(Object.keys(mutations) as Mutation[]), 'orderCancel' as const].flatMap((mutation) =>
      readdirSync(new URL(`gql_${mutation}/`, payloads)).map((file) => {
        const text = readFileSync(new URL(`gql_${mutation}/${file}`, payloads), 'utf8');
        return { mutation, file, answer: answerIn(JSON.parse(text), mutation) };
      }),
    )
  : [];

describe.skipIf(recorded.length === 0)('what Shopify answered once, the simulator answers', () => {
  test('to each of the money path’s mutations', () => {
    expect(recorded).toHaveLength(20);
  });

  test.each(recorded)('$mutation $file', async ({ mutation, answer }) => {
    const asked = await situations[mutation](answer);
    const selection = `{ ${selected(answer)} }`;
    const { query, variables } = asked(selection);
    const { body } = await app.admin(query, variables);
    const { [mutation]: given } = (body['data'] ?? {}) as Record<string, unknown>;
    expect(alike(given), JSON.stringify(body['errors'])).toEqual(alike(answer));
  });
});

/** The answer, out of what its recorder laid around it. */
function answerIn(value: unknown, mutation: string): Json {
  const found = (value as Record<string, unknown>)[mutation] as Record<string, unknown>;
  const { data } = (found['response'] ?? found) as { data?: Record<string, unknown> };
  return (data?.[mutation] ?? found) as Json;
}

/** Asks for what the answer has. Of what is null there it only asks whether it is. */
function selected(answer: Json): string {
  return Object.entries(answer)
    .map(([name, value]) => {
      if (objects.has(name) && value === null) return `${name} { id }`;
      const [one = value] = Array.isArray(value) ? (value as unknown[]) : [value];
      if (Array.isArray(value) && value.length === 0) return `${name} { field message }`;
      if (typeof one !== 'object' || one === null) return name;
      const pages = 'nodes' in one ? '(first: 10)' : '';
      return `${name}${pages} { ${selected(one as Json)} }`;
    })
    .join(' ');
}

const objects = new Set(['refund', 'return', 'job']);

/** Ids and times are each world's own. */
function alike(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null)
      .replaceAll(/(gid:\/\/shopify\/\w+)\/[\w-]+/g, '$1')
      .replaceAll(/"\d{4}-\d\d-\d\dT[\d:]+Z"/g, '"a time"'),
  ) as unknown;
}

type Asking = (selection: string) => {
  readonly query: string;
  readonly variables: Record<string, unknown>;
};

function asking(mutation: keyof typeof mutations, input: unknown): Asking {
  const [type, directive] = mutations[mutation];
  const key = directive === '' ? '' : ', $key: String!';
  return (selection) => ({
    query: `mutation Asked($input: ${type}${key}) { ${mutation}(input: $input) ${directive} ${selection} }`,
    variables: { input, ...(key === '' ? {} : { key: crypto.randomUUID() }) },
  });
}

/** What led to an answer, as far as the answer tells. */
const situations: Record<Mutation, (answer: Json) => Asking | Promise<Asking>> = {
  refundCreate(answer) {
    const refund = answer['refund'] as RecordedRefund | null;
    const order = answer['order'] as { readonly displayFinancialStatus: string };
    const [payment] = refund?.transactions.nodes ?? [];
    const amount = payment?.amountSet.shopMoney.amount ?? '1.0';
    const gateway = payment?.gateway ?? 'manual';
    const [line] = refund?.refundLineItems?.nodes ?? [];
    const total = order.displayFinancialStatus === 'REFUNDED' ? amount : '20.0';
    const orderId = app.load(paid(total, { gateway, title: line?.lineItem.title }));
    const [parentId] = app.api.order(app.shop, orderId)?.transactions.map(({ id }) => id) ?? [];
    const says = JSON.stringify(answer['userErrors']);
    return asking('refundCreate', {
      orderId,
      note: refund?.note ?? null,
      refundLineItems: line
        ? [
            {
              lineItemId: lineIdOf(orderId),
              quantity: line.quantity,
              restockType: line.restockType,
            },
          ]
        : [],
      transactions: [
        {
          orderId,
          gateway,
          amount,
          kind: says.includes('Kind authorization') ? 'AUTHORIZATION' : 'REFUND',
          parentId: says.includes('parent_id') ? null : parentId,
        },
      ],
    });
  },
  orderCancel(answer) {
    const orderId = app.load(paid('20.0', {}));
    if (JSON.stringify(answer).includes('has returns')) ask(orderId);
    return (selection) => ({
      query: `mutation Asked($orderId: ID!) {
        orderCancel(orderId: $orderId, reason: OTHER, restock: false, notifyCustomer: false) ${selection}
      }`,
      variables: { orderId },
    });
  },
  returnApproveRequest: (answer) =>
    asking('returnApproveRequest', { id: returned(answer, 1).at(-1) ?? unknownReturn }),
  returnDeclineRequest(answer) {
    const [first, second] = returned(answer, 2);
    if (first) app.api.approveReturn(app.shop, first);
    const { decline } = (answer['return'] ?? {}) as { decline?: { note: string } };
    const said = { declineReason: 'OTHER', declineNote: decline?.note ?? null };
    return asking('returnDeclineRequest', { id: second ?? unknownReturn, ...said });
  },
  async returnProcess(answer) {
    const [first = '', second = ''] = returned(answer, 2);
    await settle(asking('returnDeclineRequest', { id: second, declineReason: 'OTHER' }));
    const approved = await settle(asking('returnApproveRequest', { id: first }));
    const [line] = (approved['return'] as RecordedReturn).returnLineItems.nodes;
    const returnLineItems = [{ id: line?.id, quantity: line?.quantity }];
    return asking('returnProcess', { returnId: first, returnLineItems });
  },
};

/** What comes before the answer that is looked at. */
async function settle(asked: Asking): Promise<Json> {
  const { query, variables } = asked(
    '{ return { returnLineItems(first: 1) { nodes { id quantity } } } userErrors { message } }',
  );
  const { body } = await app.admin(query, variables);
  const [payload] = Object.values((body['data'] ?? {}) as Record<string, Json>);
  if (!payload) throw new Error(JSON.stringify(body));
  expect(payload['userErrors']).toEqual([]);
  return payload;
}

interface RecordedReturn {
  readonly returnLineItems: {
    readonly nodes: readonly { readonly id: string; readonly quantity: number }[];
  };
}

interface RecordedRefund {
  readonly note?: string;
  readonly transactions: {
    readonly nodes: readonly {
      readonly gateway: string;
      readonly amountSet: { readonly shopMoney: { readonly amount: string } };
    }[];
  };
  readonly refundLineItems?: {
    readonly nodes: readonly {
      readonly quantity: number;
      readonly restockType: string;
      readonly lineItem: { readonly title: string };
    }[];
  };
}

const unknownReturn = 'gid://shopify/Return/1';

/** As many requests to return as the answer needs; none where it knows none. */
function returned(answer: Json, count: number): readonly string[] {
  const one = answer['return'] as { readonly order: { readonly name: string } } | null;
  if (!one) return [];
  const orderId = app.load(paid('20.0', { name: one.order.name }));
  return Array.from({ length: count }, () => ask(orderId));
}

function ask(orderId: string): string {
  const lineItemId = lineIdOf(orderId).replace('gid://shopify/LineItem/', '');
  return app.api.requestReturn(app.shop, orderId, { lines: [{ lineItemId, quantity: 1 }] });
}

/** An order that was paid, and one thing in it that costs all of it. */
function paid(
  total: string,
  wished: {
    readonly gateway?: string;
    readonly title?: string | undefined;
    readonly name?: string;
  },
): Record<string, unknown> {
  const price = { price: total, price_set: set(total, 'CAD') };
  const body = cups();
  const [line] = body['line_items'] as Record<string, unknown>[];
  return {
    ...body,
    ...(wished.name ? { name: wished.name } : {}),
    ...{ currency: 'CAD', presentment_currency: 'CAD' },
    ...{ total_price: total, total_price_set: set(total, 'CAD') },
    payment_gateway_names: [wished.gateway ?? 'manual'],
    line_items: [
      { ...line, ...price, title: wished.title ?? 'Cup', discount_allocations: [], tax_lines: [] },
    ],
    shipping_lines: [],
  };
}
