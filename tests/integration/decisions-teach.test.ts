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

async function settings(form: Record<string, string>): Promise<Response> {
  return stage.fetch('/app/settings/reading', { method: 'POST', body: new URLSearchParams(form) });
}

describe('a decision about a buyer’s words', () => {
  test('is kept with ids and codes; Undo takes it back', async () => {
    const { id, version } = await asked();
    await decide(stage, { id, version }, 'refund');
    expect(await labels()).toEqual([
      {
        suggestion_id: id,
        intent: 'cancel',
        verdict: 'accepted',
        percent: expect.any(Number) as number,
      },
    ]);
    await decide(stage, { id, version }, 'undo');
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

    expect(await (await settings({ intent: 'forget' })).json()).toEqual({ outcome: 'forgotten' });
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

describe('the settings of reading', () => {
  const change = (more: Record<string, string>) =>
    settings({ intent: 'second-reader', version: '0', secondReader: 'true', ...more });

  test('say which value is none', async () => {
    const none: unknown = await (await change({ secondReaderPerDay: 'many' })).json();
    expect(none).toEqual({
      outcome: 'invalid',
      problems: [{ path: 'reading.secondReaderPerDay', code: 'not-whole', params: {} }],
    });
    const much: unknown = await (await change({ secondReaderPerDay: '999999999' })).json();
    expect(much).toMatchObject({ problems: [{ code: 'out-of-bounds' }] });
  });

  test('are changed by the version that was seen, and leave the others as they are', async () => {
    expect(await (await change({ secondReaderPerDay: '5' })).json()).toEqual({ outcome: 'saved' });
    expect(await (await change({ secondReaderPerDay: '6' })).json()).toEqual({ outcome: 'stale' });
    const [shop] = await stage.query<{ policy: unknown; policy_version: number }>(
      'select policy, policy_version from shop',
    );
    expect(shop).toEqual({
      policy: { holdSeconds: 60, reading: { secondReader: true, secondReaderPerDay: 5 } },
      policy_version: 1,
    });
  });

  test('take no other form', async () => {
    expect((await settings({ intent: 'everything' })).status).toBe(400);
    expect((await stage.fetch('/app/settings/reading', { method: 'POST' })).status).toBe(400);
  });
});
