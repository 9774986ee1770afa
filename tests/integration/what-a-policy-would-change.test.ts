import { afterAll, beforeAll, expect, test } from 'vitest';
import { load, suggested, stateIs, suggestionsOf } from '#tests/support/decide.ts';
import { daysBefore, lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const otherShop = 'other-test.myshopify.com';
const shipWithin = 'grounds.late-dispatch.shipWithinDays';
let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: otherShop }] });
  await stage.install();
  await stage.install(otherShop);
});
afterAll(async () => {
  await stage.close();
});

async function post(path: string, fields: Record<string, string>, shop = shopDomain) {
  const request = { method: 'POST', body: new URLSearchParams(fields) };
  return stage.fetch(`/app/settings/${path}`, request, shop);
}

async function preview(values: unknown, shop = shopDomain): Promise<unknown> {
  return (await post('preview', { values: JSON.stringify(values) }, shop)).json();
}

async function save(values: unknown): Promise<unknown> {
  const [shop] = await stage.query<{ version: number }>(
    'select policy_version as version from shop where domain = $1',
    [shopDomain],
  );
  const fields = { version: String(shop?.version), values: JSON.stringify(values) };
  return (await post('policy', fields)).json();
}

/** An order that is not late yet by the usual seven days, after one look. */
async function orderOfFiveDays(): Promise<string> {
  const at = daysBefore(5);
  const orderId = load(stage, restOrder({ created_at: at, updated_at: at, processed_at: at }));
  stage.simulator.api.announceOrder(shopDomain, orderId);
  await waitUntil(async () => {
    const rows = await stage.query('select from order_record where order_id = $1', [orderId]);
    return rows.length > 0;
  }, 'a look');
  return orderId;
}

const unchanged = { withdrawn: 0, new: 0, amount: 0, advice: 0, care: 0 };

test('is counted before it is saved, written nowhere, and comes about once it is', async () => {
  const late = await suggested(stage, lateDispatchOrder());
  const later = await suggested(stage, lateDispatchOrder());
  await suggested(stage, lateDispatchOrder(), undefined, otherShop);
  const waiting = await orderOfFiveDays();
  await stage.drained();
  const everything = () =>
    stage.query(
      `select (select jsonb_agg(to_jsonb(s) order by id) from suggestion s) as suggestions,
         (select jsonb_agg(to_jsonb(r) order by order_id) from order_record r) as orders,
         (select jsonb_agg(to_jsonb(p) order by domain) from shop p) as shops,
         (select count(*)::int from audit_event) as audited`,
    );
  const before = await everything();

  const open = { count: 2, hasMore: false };
  const others = { count: 1, hasMore: false };
  expect(await preview({ [shipWithin]: 30 })).toEqual({
    ...{ outcome: 'previewed', open, others },
    changes: { ...unchanged, withdrawn: 2 },
  });
  expect(await preview({ [shipWithin]: 3 })).toEqual({
    ...{ outcome: 'previewed', open, others },
    changes: { ...unchanged, new: 1 },
  });
  expect(await preview({ 'returns.windowDays': 14 })).toMatchObject({ changes: unchanged });
  // The dearer a dispute, the sooner it pays not to wait for it.
  const dear = { 'costs.disputeFee': '900', 'costs.disputeSharePercent': 100 };
  expect(await preview(dear)).toMatchObject({ changes: { ...unchanged, advice: 2 } });
  expect(await preview({ 'money.stopped': true, holdSeconds: 60 })).toEqual({ outcome: 'beside' });
  expect(await preview({ [shipWithin]: 3 }, otherShop)).toMatchObject({
    ...{ open: { count: 1 }, others: { count: 0 } },
    changes: unchanged,
  });
  expect(await everything()).toEqual(before);

  expect(await save({ [shipWithin]: 30 })).toEqual({ outcome: 'saved', version: 1 });
  await stateIs(stage, late.id, 'withdrawn');
  await stateIs(stage, later.id, 'withdrawn');
  expect(await save({ [shipWithin]: 3 })).toEqual({ outcome: 'saved', version: 2 });
  await waitUntil(async () => (await suggestionsOf(stage, waiting)).length === 1, 'a suggestion');
});

test('what was decided is not called new', async () => {
  const { order_id: orderId } = await suggested(stage, lateDispatchOrder());
  await save({ [shipWithin]: 30 });
  await stage.query(`update suggestion set state = 'withdrawn' where shop = $1`, [shopDomain]);
  const changesOf = async () =>
    (await preview({ [shipWithin]: 3 })) as { changes: typeof unchanged };
  const withIt = (await changesOf()).changes.new;
  await stage.query(`update suggestion set state = 'dismissed' where order_id = $1`, [orderId]);
  expect((await changesOf()).changes.new).toBe(withIt - 1);
});

test('of many, the newest are looked at', async () => {
  await stage.query(
    `insert into order_record (shop, order_id, name, facts, assessment, read_at)
     select shop, 'gid://shopify/Order/9' || n, name, facts, assessment, read_at - n * interval '1 s'
     from (select * from order_record where shop = $1 limit 1) as record, generate_series(1, 501) n`,
    [shopDomain],
  );
  expect(await preview({ [shipWithin]: 4 })).toMatchObject({
    outcome: 'previewed',
    others: { count: 500, hasMore: true },
  });
});

test('what is wrong is named, and another form answered with nothing', async () => {
  expect(await preview({ [shipWithin]: 'soon', 'lanes.rules': [{ origin: 'USA' }] })).toMatchObject(
    {
      outcome: 'invalid',
      problems: [
        { path: 'lanes.rules[0].origin', code: 'not-a-country' },
        { path: 'lanes.rules[0].destination', code: 'missing' },
        ...['carrier', 'service', 'neverScannedDays', 'silentDays', 'lostDays'].map((name) => ({
          path: `lanes.rules[0].${name}`,
        })),
        { path: shipWithin, code: 'not-whole' },
      ],
    },
  );
  expect(await preview({ 'automatic.lost': 'on' })).toMatchObject({
    problems: [{ path: 'automatic.lost', code: 'not-proven' }],
  });
  expect((await post('preview', { values: '[1' })).status).toBe(400);
  expect((await stage.fetch('/app/settings/policy/nothing')).status).toBe(404);
});
