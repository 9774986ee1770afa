import { afterAll, beforeAll, expect, test } from 'vitest';
import { moneyWords } from '#app/ui/format.ts';
import {
  inAdmin,
  startAdminScene,
  ways,
  type AdminScene,
  type Way,
} from '#tests/support/admin-page.ts';
import { queuePathOf, setHold, suggested, type SuggestionRow } from '#tests/support/decide.ts';
import { usd } from '#tests/support/order-facts.ts';
import {
  attemptsOf,
  orderOf,
  refundCallsFor,
  silentParcel,
  wellAfterTheHold,
} from '#tests/support/refunds.ts';
import { lateDispatchOrder } from '#tests/support/rest-order.ts';
import { shopDomain } from '#tests/support/stage.ts';

let scene: AdminScene;
let silent: readonly Awaited<ReturnType<typeof silentParcel>>[];
let late: readonly SuggestionRow[];

beforeAll(async () => {
  scene = await startAdminScene();
  const { stage } = scene;
  await setHold(stage, 1);
  silent = await Promise.all(ways.map(() => silentParcel(stage)));
  late = await Promise.all(ways.map(() => suggested(stage, lateDispatchOrder())));
  await stage.simulator.api.deliveriesSettled();
  await stage.drained();
  // From now on Shopify knows more than the app: no webhook arrives.
  stage.simulator.api.deliverTo('http://127.0.0.1:9');
});
afterAll(async () => {
  await scene.close();
});

test.concurrent.each(ways)(
  'a click on a parcel that was delivered meanwhile says so and pays nothing: $language at $width',
  async (way) => {
    const suggestion = ofWay(silent, way);
    const { api } = scene.stage.simulator;
    await clickOnWhatChanged(way, {
      task: 'stale-delivered',
      suggestion,
      happens: () => api.addScan(shopDomain, suggestion.fulfillmentId, { status: 'DELIVERED' }),
      saidAs: 'change.delivered-meanwhile',
      withdrawnAs: 'withdrawn.delivered',
    });
    expect(orderOf(scene.stage, suggestion).refunds).toEqual([]);
  },
);

test.concurrent.each(ways)(
  'a click on an order that was refunded elsewhere says so and pays nothing more: $language at $width',
  async (way) => {
    const suggestion = ofWay(late, way);
    const { api } = scene.stage.simulator;
    await clickOnWhatChanged(way, {
      task: 'stale-refunded',
      suggestion,
      happens: () => api.refundElsewhere(shopDomain, suggestion.order_id, '45.00'),
      saidAs: 'change.refunded-elsewhere',
      withdrawnAs: 'withdrawn.refunded-elsewhere',
    });
    expect(orderOf(scene.stage, suggestion).refunds.length).toBe(1);
  },
);

function ofWay<Kind>(each: readonly Kind[], way: Way): Kind {
  const found = each[ways.indexOf(way)];
  if (!found) throw new Error('nothing was prepared for this way');
  return found;
}

/** Clicks Refund on what stopped being true after the page was read, and waits until nothing more can come of it. */
async function clickOnWhatChanged(
  way: Way,
  change: {
    readonly task: string;
    readonly suggestion: SuggestionRow;
    readonly happens: () => unknown;
    readonly saidAs: string;
    readonly withdrawnAs: string;
  },
): Promise<void> {
  const { suggestion } = change;
  const { stage } = scene;
  const { name: order } = orderOf(stage, suggestion);
  const path = queuePathOf(suggestion);
  await inAdmin(scene, { ...way, path }, async ({ app, words, rowOf, look }) => {
    const { t } = words;
    const amount = moneyWords(usd('45'), words);
    const row = rowOf(order);
    await row.getByText(t(`ground.${suggestion.ground}`)).waitFor();
    change.happens();
    await row.getByRole('button', { name: t('action.refund-for', { amount, order }) }).click();

    // The row below it says what changed.
    const said = app.getByRole('row').filter({ hasText: t('outcome.stale.title', { order }) });
    await said.getByText(t(change.saidAs, { amount }), { exact: true }).waitFor();
    await look(`${change.task}-click`);
    await row.getByText(t(change.withdrawnAs)).waitFor();
    expect(await row.getByRole('button').count()).toBe(0);
    await look(`${change.task}-withdrawn`);
    await wellAfterTheHold();
  });
  expect(refundCallsFor(stage, suggestion)).toEqual([]);
  expect(await attemptsOf(stage, suggestion)).toEqual([]);
}
