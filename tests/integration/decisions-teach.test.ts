import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  decide,
  load,
  onlySuggestion,
  setHold,
  stateIs,
  suggestionsOf,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import { lateDispatchOrder, restOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await startStage();
  await stage.install();
  await setHold(stage, 60);
});
afterAll(async () => {
  await stage.close();
});

async function asked(
  order = restOrder({ note: 'Please cancel my order' }),
): Promise<SuggestionRow> {
  const orderId = load(stage, order);
  stage.simulator.api.announceOrder(shopDomain, orderId);
  await waitUntil(async () => (await suggestionsOf(stage, orderId)).length > 0, 'a suggestion');
  return onlySuggestion(stage, orderId);
}

async function labels() {
  return stage.query<{ suggestion_id: string; intent: string; verdict: string; percent: number }>(
    'select suggestion_id, intent, verdict, percent from reading_label order by at',
  );
}

async function forget(): Promise<unknown> {
  const response = await stage.fetch('/app/settings/forget-readings', { method: 'POST' });
  return response.json();
}

describe('a decision about a buyer’s words', () => {
  test('is kept with ids and codes; Undo takes it back', async () => {
    const suggestion = await asked();
    const { id } = suggestion;
    await decide(stage, suggestion, 'refund');
    expect(await labels()).toEqual([
      {
        suggestion_id: id,
        intent: 'cancel',
        verdict: 'accepted',
        percent: expect.any(Number) as number,
      },
    ]);
    await decide(stage, suggestion, 'undo');
    expect(await labels()).toEqual([]);
    await stateIs(stage, id, 'open');
  });

  test('says whether the words were misread', async () => {
    const misread = await asked();
    await decide(stage, misread, 'dismiss', { reason: 'wrong-reason' });
    const handled = await asked();
    await decide(stage, handled, 'dismiss', { reason: 'already-handled' });
    expect((await labels()).map(({ verdict }) => verdict)).toEqual(['wrong', 'dismissed']);
  });

  test('is none where no words were read', async () => {
    const before = await labels();
    await decide(stage, await asked(lateDispatchOrder()), 'dismiss', { reason: 'wrong-reason' });
    expect(await labels()).toEqual(before);
  });
});

describe('once enough readings were wrong', () => {
  test('the same words are heard no more, until it is forgotten', async () => {
    await stage.query(
      `insert into reading_label
       select $1, gen_random_uuid(), 'gid://shopify/Order/1', 'cancel', 'own', 99, 'wrong', now()
       from generate_series(1, 200)`,
      [shopDomain],
    );
    const deaf = load(stage, restOrder({ note: 'Please cancel my order' }));
    stage.simulator.api.announceOrder(shopDomain, deaf);
    const looked = () =>
      stage.query('select 1 from order_record where order_id = $1 and looks > 0', [deaf]);
    await waitUntil(async () => (await looked()).length > 0, 'the look');
    expect(await suggestionsOf(stage, deaf)).toEqual([]);

    expect(await forget()).toEqual({ outcome: 'forgotten' });
    expect(await labels()).toEqual([]);
    stage.simulator.api.announceOrder(shopDomain, deaf);
    await waitUntil(async () => (await suggestionsOf(stage, deaf)).length > 0, 'a suggestion');
    const audit = await stage.query<{ params: unknown; actor: string }>(
      `select params, actor from audit_event where kind = 'readings-forgotten'`,
    );
    expect(audit).toEqual([
      { params: { decisions: 202 }, actor: expect.stringMatching(/^staff:/) as string },
    ]);
  });
});
