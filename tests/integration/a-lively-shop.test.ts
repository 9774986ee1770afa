import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  furnishShop,
  livelyShop,
  type FurnishedOrder,
} from '#tests/simulator/lively-shop/lively-shop.ts';
import { loadShop, type LoadedOrder } from '#tests/simulator/lively-shop/load-shop.ts';
import { startShopLife } from '#tests/simulator/lively-shop/shop-life.ts';
import { suggestionsOf } from '#tests/support/decide.ts';
import { startStage, waitUntil, type Stage } from '#tests/support/stage.ts';

let stage: Stage;
let furnished: readonly LoadedOrder[];

beforeAll(async () => {
  stage = await startStage({ shops: [livelyShop] });
  const orders = furnishShop({ seed: 11, now: new Date() });
  furnished = loadShop(stage.simulator.api, atMostTwoOfEach(orders));
  await stage.install(livelyShop.domain);
  for (const { orderId } of furnished) {
    stage.simulator.api.announceOrder(livelyShop.domain, orderId);
  }
  await waitUntil(
    async () => (await stage.query('select from order_record')).length === furnished.length,
    'every order to be judged',
    200_000,
  );
});
afterAll(async () => {
  await stage.close();
});

/** Every story is told, and Shopify's bucket holds enough to judge them all without a wait. */
function atMostTwoOfEach(orders: readonly FurnishedOrder[]): readonly FurnishedOrder[] {
  return orders.filter(
    ({ story }, index) =>
      orders.slice(0, index).filter((earlier) => earlier.story === story).length < 2,
  );
}

describe('the lively shop', () => {
  test('gets the suggestion that each story tells of, and no other', async () => {
    const grounds = new Map(
      (await suggestionsOf(stage)).map(({ order_id, ground }) => [order_id, ground]),
    );
    // Those that tip over by time alone may have done so by now.
    const settled = furnished.filter(({ owed }) => owed !== 'soon');
    const found = settled.map(({ story, order, orderId }) => [
      order['name'],
      story,
      grounds.get(orderId) ?? null,
    ]);
    expect(found).toEqual(settled.map(({ story, order, owed }) => [order['name'], story, owed]));
  });

  test('lives on, and the queue follows: suggestions come, change and are withdrawn', async () => {
    const told: string[] = [];
    const life = startShopLife({
      api: stage.simulator.api,
      seed: 11,
      furnished,
      tell: (sentence) => told.push(sentence),
      pauseMs: [5, 10],
    });
    const kinds = ['ordered', 'left', 'delivered', 'stalled', 'turned up', 'cancelled', 'by hand'];
    const untold = () => kinds.filter((kind) => !told.some((sentence) => sentence.includes(kind)));
    await waitUntil(() => untold().length === 0, 'everything to happen once');
    life.stop();
    const toldUpToStop = told.length;
    // So many looks empty Shopify's bucket: a minute fills it again.
    stage.simulator.api.clock.advance(60_000);
    await stage.simulator.api.deliveriesSettled();
    await stage.drained();
    const suggestions = await suggestionsOf(stage);
    const withdrawn = new Set(suggestions.flatMap((each) => each.withdrawn_because ?? []));
    expect(withdrawn.size).toBeGreaterThanOrEqual(2);
    expect(told.length).toBe(toldUpToStop);
  });
});
