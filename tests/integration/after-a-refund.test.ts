import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { decide, setHold, stateIs, suggested } from '#tests/support/decide.ts';
import { orderOf, silentParcel, startOver } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});
beforeEach(() => startOver(stage));

async function refunded(order = lateDispatchOrder()) {
  const suggestion = await suggested(stage, order);
  await decide(stage, suggestion, 'refund');
  await stateIs(stage, suggestion.id, 'refunded');
  return suggestion;
}

function auditOf(id: string) {
  return stage.query<{ kind: string }>(
    'select kind from audit_event where suggestion_id = $1 order by id',
    [id],
  );
}

async function kindIs(id: string, kind: string): Promise<void> {
  await waitUntil(async () => (await auditOf(id)).some((row) => row.kind === kind), kind);
}

describe('a paid order is marked as the merchant wishes', () => {
  const marked = async (mark: string, order = lateDispatchOrder()) => {
    await stage.query('update shop set policy = $1', [
      JSON.stringify({ holdSeconds: 0, money: { mark } }),
    ]);
    const suggestion = await refunded(order);
    await waitUntil(async () => {
      const [row] = await stage.query<{ marked: boolean }>(
        'select marked_at is not null as marked from refund_attempt where suggestion_id = $1',
        [suggestion.id],
      );
      return row?.marked === true;
    }, 'the mark');
    return orderOf(stage, suggestion);
  };

  test('with a tag', async () => {
    expect((await marked('tag', lateDispatchOrder({ tags: 'vip' }))).tags).toEqual([
      'vip',
      'Amends refund',
    ]);
  });

  test('with a metafield', async () => {
    expect(Object.keys((await marked('metafield')).metafields)).toEqual(['amends.refund']);
  });

  test('with a line in its note, below what stands there', async () => {
    const { note } = await marked('note', lateDispatchOrder({ note: 'Ring twice' }));
    expect(note).toMatch(/^Ring twice\nAmends refund [0-9a-f-]{36}$/);
  });

  test('and not at all without', async () => {
    await setHold(stage, 0);
    const { tags, note, metafields } = orderOf(stage, await refunded());
    expect({ tags, note, metafields }).toEqual({ tags: [], note: null, metafields: {} });
  });
});

test('a parcel that comes after it was paid back is written down once', async () => {
  await setHold(stage, 0);
  const suggestion = await silentParcel(stage);
  await decide(stage, suggestion, 'refund');
  await stateIs(stage, suggestion.id, 'refunded');
  const { api } = stage.simulator;
  // Shopify's instants are whole seconds: one that is surely later.
  await new Promise((settle) => setTimeout(settle, 1100));
  api.addScan(shopDomain, suggestion.fulfillmentId, { status: 'DELIVERED' });
  await kindIs(suggestion.id, 'refund-regretted');
  api.announceOrder(shopDomain, suggestion.order_id);
  await api.deliveriesSettled();
  await stage.drained();
  const kinds = (await auditOf(suggestion.id)).map(({ kind }) => kind);
  expect(kinds.filter((kind) => kind === 'refund-regretted')).toHaveLength(1);
  const page = await stage.fetch(`/app/suggestions/${suggestion.id}`);
  expect(page.status).toBe(200);
});

test('a refund that Shopify has no more is somebody’s business', async () => {
  await setHold(stage, 0);
  const order = lateDispatchOrder();
  const suggestion = await refunded(order);
  await kindIs(suggestion.id, 'refund-made');
  // The order is as it was before: its refund is gone.
  stage.simulator.api.loadOrder(shopDomain, order);
  stage.simulator.api.announceOrder(shopDomain, suggestion.order_id);
  await kindIs(suggestion.id, 'refund-missing');
  const [attempt] = await stage.query<{ problem: string }>(
    'select problem from refund_attempt where suggestion_id = $1',
    [suggestion.id],
  );
  expect(attempt?.problem).toBe('missing-at-shopify');
  const health = await stage.fetch('/app/health');
  expect(await health.text()).toContain(suggestion.id);
});
