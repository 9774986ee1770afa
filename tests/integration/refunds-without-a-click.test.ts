import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readGroundRecords } from '#app/db/automatic-verdicts.server.ts';
import { openDatabase } from '#app/db/database.server.ts';
import { parseShopDomain } from '#app/domain/ids.ts';
import { instantAt } from '#app/domain/time.ts';
import { decide, load, onlySuggestion, stateIs, suggested } from '#tests/support/decide.ts';
import { attemptsOf, orderOf, startOver } from '#tests/support/refunds.ts';
import { restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
});
afterAll(async () => {
  await stage.close();
});
beforeEach(async () => {
  await startOver(stage);
  await stage.query('delete from automatic_verdict');
  await setPolicy({});
});

interface Wished {
  readonly holdSeconds?: number;
  readonly automation?: Record<string, unknown>;
  readonly automatic?: Record<string, unknown>;
  readonly money?: Record<string, unknown>;
}

/** What is paid by itself waits for a second, unless told otherwise. */
async function setPolicy({ automation, ...more }: Wished): Promise<void> {
  const policy = {
    holdSeconds: 1,
    automation: { holdSeconds: 1, ...automation },
    ...more,
  };
  await stage.query('update shop set policy = $1', [JSON.stringify(policy)]);
}

/** Cancelled and not paid back: as sure as anything is, 45.00. */
function cancelled() {
  return suggested(stage, restOrder(), (orderId) => {
    stage.simulator.api.cancelOrder(shopDomain, orderId);
  });
}

const turnedOn = { automatic: { 'cancelled-unrefunded': 'on' } };

/** So many people decided on suggestions like this one, of each of which the machine said that it would have paid it. */
async function decidedBefore(
  suggestionId: string,
  count: number,
  became: { readonly state: string; readonly dismissReason?: string },
): Promise<void> {
  await stage.query(
    `with made as (
       insert into suggestion (id, shop, order_id, order_name, state, scenario, ground, amount, currency, probability,
         responsible, claim, recommendation, opened_at, updated_at, decided_by, dismiss_reason)
       select gen_random_uuid(), shop, 'gid://shopify/Order/' || gen_random_uuid(), '#' || n, $3, scenario, ground, amount,
         currency, probability, responsible, claim, recommendation, now(), now(), 'staff:1', $4
       from suggestion, generate_series(1, $2::int) n where id = $1
       returning shop, id, ground, amount, currency)
     insert into automatic_verdict select *, now() from made`,
    [suggestionId, count, became.state, became.dismissReason ?? null],
  );
}

async function proven(): Promise<void> {
  const { id } = await cancelled();
  await decidedBefore(id, 20, { state: 'refunded' });
}

async function turnOn(): Promise<unknown> {
  const [shop] = await stage.query<{ version: number }>(
    'select policy_version as version from shop',
  );
  const body = new URLSearchParams({
    version: String(shop?.version),
    values: '{"automatic.cancelled-unrefunded":"on"}',
  });
  return (await stage.fetch('/app/settings/policy', { method: 'POST', body })).json();
}

async function verdictsOn(suggestionId: string) {
  return stage.query<{ ground: string; amount: string }>(
    'select ground, amount::text from automatic_verdict where suggestion_id = $1',
    [suggestionId],
  );
}

/** The machine has nothing more in hand, and has not paid. */
async function leftAlone(orderId: string): Promise<void> {
  await machineIsDone();
  expect(await onlySuggestion(stage, orderId)).toMatchObject({ state: 'open' });
}

async function machineIsDone(): Promise<void> {
  await stage.simulator.api.deliveriesSettled();
  await stage.drained();
  await waitUntil(async () => {
    const left = await stage.query(
      `select 1 from pgboss.job where name in ('look', 'automatic') and state in ('created', 'active', 'retry')`,
    );
    return left.length === 0;
  }, 'the machine to be done');
}

describe('a ground that only watches', () => {
  test('pays nothing, and is compared with what people decide', async () => {
    const suggestion = await cancelled();
    expect(await verdictsOn(suggestion.id)).toMatchObject([{ ground: 'cancelled-unrefunded' }]);
    await leftAlone(suggestion.order_id);
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
    await decide(stage, suggestion, 'refund');
    await stateIs(stage, suggestion.id, 'refunded');
    const other = await cancelled();
    await decide(stage, other, 'dismiss', { reason: 'not-owed' });
    const handled = await cancelled();
    await decide(stage, handled, 'dismiss', { reason: 'already-handled' });
    const shop = parseShopDomain(shopDomain);
    const db = await openDatabase(stage.databaseUrl, () => undefined);
    const records =
      shop && (await readGroundRecords(db.prisma, shop, { now: instantAt(Date.now()) }));
    await db.close();
    expect(records).toEqual([
      { ground: 'cancelled-unrefunded', agreed: 1, otherwise: 0, disagreed: 1 },
    ]);
  });

  test('is turned on by its record alone', async () => {
    expect(await turnOn()).toEqual({
      outcome: 'invalid',
      problems: [
        {
          path: 'automatic.cancelled-unrefunded',
          code: 'not-proven',
          params: { decided: 0, agreed: 0, needed: 20 },
        },
      ],
    });
    await proven();
    expect(await turnOn()).toMatchObject({ outcome: 'saved' });
  });
});

describe('a ground that is turned on', () => {
  test('is paid by itself, once, after its own hold', async () => {
    await proven();
    await setPolicy(turnedOn);
    const suggestion = await cancelled();
    stage.simulator.api.faults.dropRefundAnswers = 1;
    await stateIs(stage, suggestion.id, 'refunded');
    expect(orderOf(stage, suggestion).refunds).toHaveLength(1);
    const audit = await stage.query<{ kind: string; actor: string }>(
      'select kind, actor from audit_event where suggestion_id = $1 order by id',
      [suggestion.id],
    );
    expect(audit.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['suggestion-opened', 'suggestion-approved', 'refund-made']),
    );
    expect(new Set(audit.map(({ actor }) => actor))).toEqual(new Set(['system']));
  });

  test('can be undone, and is people’s business from then on', async () => {
    await proven();
    await setPolicy({ ...turnedOn, automation: { holdSeconds: 60 } });
    const suggestion = await cancelled();
    await stateIs(stage, suggestion.id, 'approved');
    expect(await decide(stage, suggestion, 'undo')).toMatchObject({ outcome: 'undone' });
    stage.simulator.api.announceOrder(shopDomain, suggestion.order_id);
    await leftAlone(suggestion.order_id);
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'undone' }]);
  });

  test('leaves to people what one of them took back, whatever changes', async () => {
    await proven();
    await setPolicy({ holdSeconds: 60 });
    const suggestion = await cancelled();
    await decide(stage, suggestion, 'refund');
    expect(await decide(stage, suggestion, 'undo')).toMatchObject({ outcome: 'undone' });
    await setPolicy(turnedOn);
    stage.simulator.api.refundElsewhere(shopDomain, suggestion.order_id, '5.00');
    await waitUntil(
      async () => Number((await onlySuggestion(stage, suggestion.order_id)).amount) === 40,
      'the change',
    );
    await leftAlone(suggestion.order_id);
    expect(await attemptsOf(stage, suggestion)).toMatchObject([{ state: 'undone' }]);
  });

  test.each<[string, Wished]>([
    ['above its limit', { automation: { perRefund: '44.99' } }],
    ['while all refunds are stopped', { money: { stopped: true } }],
    ['where two people have to agree', { money: { secondPersonAbove: '40' } }],
    ['that is not sure enough', { automation: { atLeastPercent: 100 } }],
  ])('leaves to people what is %s', async (_, wished) => {
    await proven();
    await setPolicy({ ...turnedOn, ...wished });
    const suggestion = await cancelled();
    await leftAlone(suggestion.order_id);
    expect(await attemptsOf(stage, suggestion)).toEqual([]);
    const asked = await stage.query(
      `select 1 from audit_event where suggestion_id = $1 and kind = 'second-person-asked'`,
      [suggestion.id],
    );
    expect(asked).toEqual([]);
  });

  test('keeps its limits of the hour when many come at once', async () => {
    await proven();
    await stage.query("update refund_attempt set intended_at = now() - interval '2 days'");
    await setPolicy({ ...turnedOn, automation: { perHour: '100' } });
    const orders = Array.from({ length: 4 }, () => load(stage, restOrder()));
    for (const orderId of orders) stage.simulator.api.cancelOrder(shopDomain, orderId);
    const paid = async () =>
      stage.query(
        `select 1 from suggestion where order_id = any($1) and state in ('approved', 'refunding', 'refunded')`,
        [orders],
      );
    await waitUntil(async () => (await paid()).length === 2, 'two to be paid');
    await machineIsDone();
    expect(await paid()).toHaveLength(2);
    const capped = await stage.query<{ params: unknown }>(
      `select params from audit_event where kind = 'automation-capped' and actor = 'system' and order_id = any($1)`,
      [orders],
    );
    expect(capped.map(({ params }) => params)).toEqual(
      Array.from({ length: 2 }, () => ({
        'per-hour': { kind: 'money', money: { amount: '100.00', currencyCode: 'USD' } },
      })),
    );
  });

  test('only watches again when people decide otherwise', async () => {
    await proven();
    const { id } = await cancelled();
    await decidedBefore(id, 4, { state: 'dismissed', dismissReason: 'not-owed' });
    await setPolicy(turnedOn);
    const suggestion = await cancelled();
    expect(await verdictsOn(suggestion.id)).toHaveLength(1);
    await leftAlone(suggestion.order_id);
  });

  test('leaves automation by itself when paying costs more than waiting, and says so', async () => {
    await proven();
    const { id } = await cancelled();
    await decidedBefore(id, 12, { state: 'dismissed', dismissReason: 'not-owed' });
    await setPolicy(turnedOn);
    const suggestion = await cancelled();
    await leftAlone(suggestion.order_id);
    const [shop] = await stage.query<{ policy: { automatic: Record<string, string> } }>(
      'select policy from shop',
    );
    expect(shop?.policy.automatic).toEqual({ 'cancelled-unrefunded': 'shadow' });
    const told = await stage.query<{ params: unknown; actor: string }>(
      `select params, actor from audit_event where kind = 'automation-left'`,
    );
    expect(told).toEqual([
      {
        actor: 'system',
        params: {
          ground: 'cancelled-unrefunded',
          right: 63,
          needed: expect.any(Number) as unknown,
        },
      },
    ]);
  });
});
