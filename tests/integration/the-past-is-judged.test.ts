import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadPast, readHistory } from '#tests/support/history.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';
import { wordsIn } from '#tests/support/words.ts';

const other = { ...testShop, domain: 'lantern-other.myshopify.com' };
let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, other] });
  await stage.install();
  await stage.install(other.domain);
});
afterAll(async () => {
  await stage.close();
});

async function ask(fields: Record<string, string>, shop = shopDomain) {
  const body = new URLSearchParams(fields);
  const response = await stage.fetch('/app/back-test/run', { method: 'POST', body }, shop);
  return (await response.json()) as { outcome: string; id?: string };
}

interface TestRow {
  readonly state: string;
  readonly judged: number;
  readonly total: number;
  readonly suggested: number;
  readonly right: number;
}

async function testRow(id: string): Promise<TestRow> {
  const [row] = await stage.query<TestRow>(
    `select state, judged, total, (sums->'all'->>'suggested')::int as suggested, (sums->'all'->>'right')::int as right
     from back_test where id = $1`,
    [id],
  );
  if (!row) throw new Error(`no back-test ${id}`);
  return row;
}

async function judged(values = '{}'): Promise<string> {
  const { id = '' } = await ask({ wish: 'run', values });
  await waitUntil(async () => (await testRow(id)).state !== 'running', 'the back-test');
  return id;
}

describe('a back-test', () => {
  test('needs a past', async () => {
    expect(await ask({ wish: 'run', values: '{}' })).toEqual({ outcome: 'no-history' });
    expect(await ask({ wish: 'cancel' })).toEqual({ outcome: 'over' });
  });

  test('says what would have been suggested, and how that came out', async () => {
    const paidBack = Array.from({ length: 3 }, () => loadPast(stage, 30));
    for (const orderId of paidBack) {
      stage.simulator.api.refundElsewhere(shopDomain, orderId, '45.00');
    }
    for (let count = 0; count < 4; count += 1) loadPast(stage, 2);
    await stage.drained();
    expect(await readHistory(stage)).toMatchObject({ state: 'done', orders: 7 });
    const id = await judged();
    expect(await testRow(id)).toEqual({
      ...{ state: 'done', judged: 7, total: 7 },
      ...{ suggested: 3, right: 3 },
    });
    const kept = await stage.query<{ order_id: string; ground: string; act_at: Date }>(
      'select order_id, ground, act_at from back_test_order where back_test_id = $1',
      [id],
    );
    expect(kept.map(({ order_id }) => order_id).sort()).toEqual([...paidBack].sort());
    // Seven days to ship, and the end of the day: long before it was paid back, which is now.
    for (const { ground, act_at: at } of kept) {
      expect(ground).toBe('late-dispatch');
      expect(Date.now() - at.getTime()).toBeGreaterThan(20 * 86_400_000);
    }
  });

  test('of another policy differs, and is refused where the policy is none', async () => {
    const id = await judged('{"grounds.late-dispatch.shipWithinDays":60}');
    expect(await testRow(id)).toMatchObject({ state: 'done', suggested: 0 });
    expect(await ask({ wish: 'run', values: '{"grounds.late-dispatch.days":1}' })).toMatchObject({
      outcome: 'invalid',
    });
  });

  test('goes on where a killed process stopped, and counts no order twice', async () => {
    for (let count = 0; count < 900; count += 1) loadPast(stage, 30);
    expect(await readHistory(stage)).toMatchObject({ state: 'done', orders: 907 });
    const { id = '' } = await ask({ wish: 'run', values: '{}' });
    await waitUntil(async () => (await testRow(id)).judged > 0, 'the first orders');
    await stage.app.kill();
    await stage.restart();
    await waitUntil(async () => (await testRow(id)).state !== 'running', 'the back-test');
    expect(await testRow(id)).toMatchObject({ state: 'done', judged: 907, suggested: 903 });
  });

  test('can be cancelled, and one runs at a time', async () => {
    const started = await ask({ wish: 'run', values: '{}' });
    expect(started.outcome).toBe('started');
    expect(await ask({ wish: 'run', values: '{}' })).toEqual({ outcome: 'runs-already' });
    expect(await ask({ wish: 'cancel' }, other.domain)).toEqual({ outcome: 'over' });
    expect(await ask({ wish: 'cancel' })).toEqual({ outcome: 'cancelled' });
    expect(await testRow(started.id ?? '')).toMatchObject({ state: 'cancelled' });
  });

  test('is its shop’s alone', async () => {
    const id = await judged();
    const file = `/app/back-test/${id}/export.csv?locale=en`;
    expect((await stage.fetch(file)).status).toBe(200);
    expect((await stage.fetch(file, {}, other.domain)).status).toBe(404);
    const title = wordsIn('en').t('back-test.result.title');
    const page = async (shop: string) =>
      (await stage.fetch(`/app/back-test?run=${id}`, {}, shop)).text();
    expect(await page(shopDomain)).toContain(title);
    expect(await page(other.domain)).not.toContain(title);
  });
});
