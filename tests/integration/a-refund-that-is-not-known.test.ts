import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { choose } from '#tests/support/choose.ts';
import { complaint } from '#tests/support/complaint.ts';
import { decide, setHold, stateIs, suggested, type SuggestionRow } from '#tests/support/decide.ts';
import { attemptsOf, orderOf, startOver } from '#tests/support/refunds.ts';
import { freshId, daysBefore, lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;
let metrics: string;

beforeAll(async () => {
  const port = await freePort();
  metrics = `http://127.0.0.1:${port}/metrics`;
  stage = await startStage({ environment: { METRICS_PORT: String(port) } });
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await startOver(stage);
  await setHold(stage, 0);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The queue does not wait as long as it would between tries. */
async function hurry(): Promise<void> {
  await stage.query(
    `update pgboss.job set start_after = now() where name = 'refund' and state = 'retry'`,
  );
}

/** A day passes, in which nobody could reach Shopify. */
async function aDayPasses({ id }: SuggestionRow): Promise<void> {
  await stateIs(stage, id, 'unknown');
  await stage.query(
    `update refund_attempt set first_sent_at = first_sent_at - interval '1 day' where suggestion_id = $1`,
    [id],
  );
}

async function handedOver({ id }: SuggestionRow): Promise<void> {
  await waitUntil(async () => {
    await hurry();
    const [row] = await stage.query<{ problem: string }>(
      'select problem from refund_attempt where suggestion_id = $1',
      [id],
    );
    return row?.problem === 'not-found-at-shopify';
  }, 'it to be handed to a person');
}

async function close({ id }: SuggestionRow): Promise<{ readonly outcome: string }> {
  const response = await stage.fetch(`/app/suggestions/${id}/close`, { method: 'POST' });
  return (await response.json()) as { readonly outcome: string };
}

async function figure(name: string): Promise<number> {
  const text = await (await fetch(metrics)).text();
  return Number(new RegExp(`^amends_${name} (.*)$`, 'm').exec(text)?.[1]);
}

describe('a refund whose fate is not known for a day', () => {
  test('is counted, closed by a person who looked, and can be decided again', async () => {
    expect(await figure('refunds_unknown')).toBe(0);
    expect(await figure('refunds_oldest_unknown_seconds')).toBe(0);
    const suggestion = await suggested(stage, lateDispatchOrder());
    stage.simulator.api.faults.failRefunds = 1000;
    await decide(stage, suggestion, 'refund');
    await aDayPasses(suggestion);
    await handedOver(suggestion);
    stage.simulator.api.faults.failRefunds = 0;
    expect(await figure('refunds_unknown')).toBe(1);
    expect(await figure('refunds_for_a_person')).toBe(1);
    expect(await figure('refunds_oldest_unknown_seconds')).toBeGreaterThan(86_400);

    expect(await close(suggestion)).toEqual({ outcome: 'closed' });
    await stateIs(stage, suggestion.id, 'rejected');
    expect(await close(suggestion)).toEqual({ outcome: 'nothing-to-close' });
    await waitUntil(async () => {
      const [{ version } = { version: 0 }] = await stage.query<{ version: number }>(
        'select version from suggestion where id = $1',
        [suggestion.id],
      );
      const { outcome } = await decide(stage, { ...suggestion, version }, 'refund');
      return outcome === 'approved';
    }, 'a second click');
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds).toHaveLength(1);
    expect(await figure('refunds_unknown')).toBe(0);
  });

  test('and was closed is not taken for what others pay in the same return later', async () => {
    const suggestion = await complaint(stage);
    stage.simulator.api.faults.failRefunds = 1000;
    const lines = [{ lineItemId: suggestion.lineId, quantity: 1 }];
    await choose(stage, suggestion, { lines, restock: true });
    await aDayPasses(suggestion);
    await handedOver(suggestion);
    stage.simulator.api.faults.failRefunds = 0;
    expect(await close(suggestion)).toEqual({ outcome: 'closed' });
    const { order_id: orderId, returnId } = suggestion;
    stage.simulator.api.refundElsewhere(shopDomain, orderId, '10.00', returnId);
    await waitUntil(async () => {
      const [row] = await stage.query<{ refunds: number }>(
        `select jsonb_array_length(facts -> 'refunds') as refunds from order_record where order_id = $1`,
        [orderId],
      );
      return row?.refunds === 1;
    }, 'the refund to be seen');
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'rejected' }]);
  });

  test('and let go of what was only held is settled by the cancelled order', async () => {
    const at = daysBefore(3);
    const authorization = {
      ...{ id: freshId(), kind: 'authorization', status: 'success', amount: '45.00' },
      ...{ gateway: 'shopify_payments', currency: 'USD', created_at: at, processed_at: at },
    };
    const suggestion = await suggested(
      stage,
      restOrder({
        note: 'Please cancel my order',
        financial_status: 'authorized',
        transactions: [authorization],
      }),
    );
    // The job of the cancellation hangs: it is not known whether it will ever run.
    stage.simulator.api.faults.cancelTakesMs = 3_600_000;
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunding');
    await stage.query(
      `update refund_attempt set first_sent_at = first_sent_at - interval '1 day' where suggestion_id = $1`,
      [suggestion.id],
    );
    await handedOver(suggestion);
    stage.simulator.api.cancelOrder(shopDomain, suggestion.order_id);
    await stateIs(stage, suggestion.id, 'refunded');
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'refunded' }]);
  });
});

test('a refund whose fate is not known is not closed while it may still be paid', async () => {
  const suggestion = await suggested(stage, lateDispatchOrder());
  stage.simulator.api.faults.failRefunds = 2;
  await decide(stage, suggestion, 'refund');
  await stateIs(stage, suggestion.id, 'unknown');
  expect(await close(suggestion)).toEqual({ outcome: 'nothing-to-close' });
  await waitUntil(async () => {
    await hurry();
    return orderOf(stage, suggestion).refunds.length === 1;
  }, 'the refund');
  await stateIs(stage, suggestion.id, 'refunded');
  expect(await attemptsOf(stage, suggestion)).toHaveLength(1);
});
