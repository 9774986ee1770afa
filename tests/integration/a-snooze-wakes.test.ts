import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { morningOf } from '#app/domain/calendar/morning-of.ts';
import { dateAfter } from '#app/domain/time.ts';
import { wallTimeOf } from '#app/ui/format.ts';
import {
  decide,
  onlySuggestion,
  stateIs,
  suggested,
  type SuggestionRow,
} from '#tests/support/decide.ts';
import { instant } from '#tests/support/order-facts.ts';
import { attemptsOf, silentParcel, startOver } from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain, startStage, testShop, waitUntil, type Stage } from '#tests/support/stage.ts';

const otherShop = 'other-test.myshopify.com';
const { timezone } = testShop;
let stage: Stage;

beforeAll(async () => {
  stage = await startStage({ shops: [testShop, { ...testShop, domain: otherShop }] });
  await stage.install();
  await stage.install(otherShop);
});
afterAll(async () => {
  await stage.close();
});
beforeEach(() => startOver(stage));

/** A day on the shop's calendar, so many from today. */
function inDays(days: number): string {
  const now = instant(new Date().toISOString());
  return dateAfter(wallTimeOf(now, { timezone }).slice(0, 10), days);
}

function snooze(suggestion: SuggestionRow, days = 1, more: Readonly<Record<string, string>> = {}) {
  return decide(stage, suggestion, 'snooze', { date: inDays(days), pastActBy: 'true', ...more });
}

async function asleep(suggestion: SuggestionRow): Promise<SuggestionRow> {
  expect(await snooze(suggestion)).toMatchObject({ outcome: 'snoozed' });
  return onlySuggestion(stage, suggestion.order_id);
}

async function auditOf({ id }: SuggestionRow) {
  const rows = await stage.query<{ kind: string; because: string | null }>(
    `select kind, params ->> 'because' as because from audit_event where suggestion_id = $1 order by id`,
    [id],
  );
  return rows.map(({ kind, because }) => (because ? `${kind} ${because}` : kind));
}

/** Its time has come. */
async function makeDue({ id }: SuggestionRow): Promise<void> {
  await stage.query(`update suggestion set snoozed_until = now() - interval '1 s' where id = $1`, [
    id,
  ]);
}

describe('a snoozed suggestion', () => {
  test('sleeps until the morning of its day, where the shop is', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const answer = await snooze(suggestion, 3);
    expect(answer).toMatchObject({
      outcome: 'snoozed',
      until: morningOf(inDays(3), timezone),
      current: { state: 'snoozed', snoozedUntil: morningOf(inDays(3), timezone) },
    });
    expect(await auditOf(suggestion)).toEqual(['suggestion-opened', 'suggestion-snoozed']);
  });

  test('wakes when its time has come, once, though the app was started again', async () => {
    const suggestion = await asleep(await suggested(stage, lateDispatchOrder()));
    await stage.app.stop();
    await makeDue(suggestion);
    await stage.restart();
    await stateIs(stage, suggestion.id, 'open');
    const [row] = await stage.query<{ snoozed_until: Date | null; woken_because: string }>(
      'select snoozed_until, woken_because from suggestion where id = $1',
      [suggestion.id],
    );
    expect(row).toEqual({ snoozed_until: null, woken_because: 'time' });
    expect((await auditOf(suggestion)).slice(2)).toEqual(['suggestion-woken time']);
  });

  test('wakes early when news changes what is claimed', async () => {
    const suggestion = await asleep(await suggested(stage, lateDispatchOrder()));
    stage.simulator.api.refundElsewhere(shopDomain, suggestion.order_id, '10.00');
    await stateIs(stage, suggestion.id, 'open');
    expect((await auditOf(suggestion)).slice(2)).toEqual([
      'suggestion-changed',
      'suggestion-woken changed',
    ]);
    expect((await onlySuggestion(stage, suggestion.order_id)).amount).toBe('35.0000');
  });

  test('sleeps on when the news changes nothing', async () => {
    const suggestion = await asleep(await suggested(stage, lateDispatchOrder()));
    const looks = async () =>
      (
        await stage.query<{ looks: number }>('select looks from order_record where order_id = $1', [
          suggestion.order_id,
        ])
      )[0]?.looks ?? 0;
    const before = await looks();
    stage.simulator.api.announceOrder(shopDomain, suggestion.order_id);
    await waitUntil(async () => (await looks()) > before, 'a look');
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('snoozed');
  });

  test('goes away when it is no longer true', async () => {
    const parcel = await silentParcel(stage);
    await asleep(parcel);
    stage.simulator.api.addScan(shopDomain, parcel.fulfillmentId, { status: 'DELIVERED' });
    await stateIs(stage, parcel.id, 'withdrawn');
  });

  test('is woken by hand, and can then be refunded', async () => {
    const suggestion = await asleep(await suggested(stage, lateDispatchOrder()));
    expect(await decide(stage, suggestion, 'wake')).toMatchObject({ outcome: 'woken' });
    const awake = await onlySuggestion(stage, suggestion.order_id);
    expect(await decide(stage, awake, 'wake')).toMatchObject({
      outcome: 'already-decided',
      state: 'open',
    });
    expect(await decide(stage, awake, 'refund')).toMatchObject({ outcome: 'approved' });
    await stateIs(stage, suggestion.id, 'refunded');
    expect((await auditOf(suggestion)).slice(2, 4)).toEqual([
      'suggestion-woken asked',
      'suggestion-approved',
    ]);
  });

  test('can be refunded in its sleep, and is awake after an undo', async () => {
    const suggestion = await asleep(await suggested(stage, lateDispatchOrder()));
    await stage.query(`update shop set policy = '{"holdSeconds": 60}'`);
    expect(await decide(stage, suggestion, 'refund')).toMatchObject({ outcome: 'approved' });
    expect(await decide(stage, suggestion, 'undo')).toMatchObject({ outcome: 'undone' });
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('open');
  });
});

describe('snoozing', () => {
  test('past the act-by clock has to be said', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const [row] = await stage.query<{ act_by: Date }>(
      'select act_by from suggestion where id = $1',
      [suggestion.id],
    );
    const days = Math.ceil(((row?.act_by.getTime() ?? 0) - Date.now()) / 86_400_000) + 2;
    expect(await snooze(suggestion, days, { pastActBy: 'false' })).toMatchObject({
      outcome: 'past-act-by',
      actBy: row?.act_by.toISOString(),
      current: { state: 'open' },
    });
    expect(await snooze(suggestion, days)).toMatchObject({ outcome: 'snoozed' });
  });

  test.each([
    ['yesterday', -1],
    ['in two years', 730],
  ])('until %s is refused', async (_day, days) => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(await snooze(suggestion, days)).toMatchObject({ outcome: 'wrong-date' });
  });

  test.each(['2026-02-30', 'tomorrow', ''])('until "%s" is not understood', async (date) => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    expect(await snooze(suggestion, 1, { date })).toMatchObject({ outcome: 'unreadable' });
  });

  test('what changed since it was shown is refused', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    await stage.query('update suggestion set version = version + 1 where id = $1', [suggestion.id]);
    expect(await snooze(suggestion)).toMatchObject({ outcome: 'already-decided', state: 'open' });
  });

  test('and refunding at the same moment: one of them happens', async () => {
    const suggestions = await Promise.all(
      Array.from({ length: 4 }, () => suggested(stage, lateDispatchOrder())),
    );
    for (const [index, suggestion] of suggestions.entries()) {
      const outcomes = await Promise.all([
        decide(stage, suggestion, 'refund').then(({ outcome }) => outcome),
        // The click reads the facts first: the later, the closer.
        new Promise((settle) => setTimeout(settle, index * 50))
          .then(() => snooze(suggestion))
          .then(({ outcome }) => outcome),
      ]);
      const { state } = await onlySuggestion(stage, suggestion.order_id);
      const attempts = await attemptsOf(stage, suggestion);
      if (outcomes[0] === 'approved') {
        expect(outcomes[1]).toBe('already-decided');
        expect(attempts.length).toBe(1);
        expect(state).not.toBe('snoozed');
      } else {
        expect(outcomes[1]).toBe('snoozed');
        expect(['already-decided', 'stale']).toContain(outcomes[0]);
        expect(attempts).toEqual([]);
        expect(state).toBe('snoozed');
      }
    }
  });

  test('reaches no suggestion of another shop', async () => {
    const suggestion = await suggested(stage, lateDispatchOrder());
    const theirs = { ...suggestion, shop: otherShop };
    expect(await snooze(theirs)).toMatchObject({ outcome: 'gone', current: null });
    await asleep(suggestion);
    expect(await decide(stage, theirs, 'wake')).toMatchObject({ outcome: 'gone' });
    expect((await onlySuggestion(stage, suggestion.order_id)).state).toBe('snoozed');
  });
});
