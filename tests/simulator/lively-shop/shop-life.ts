import type { ShopifyApi } from '../api/shopify-api.ts';
import { happenings, type Scene } from './happenings.ts';
import { livelyShop } from './lively-shop.ts';
import type { LoadedOrder } from './load-shop.ts';
import { randomFrom } from './random.ts';
import { tellerWith } from './teller.ts';

export interface ShopLife {
  stop(): void;
}

/** An hour and a half of life; after it the shop sleeps, so that a demo left alone doesn't grow for ever. */
const happeningsAtMost = 900;
const newOrdersAtMost = 200;

/** From now on something happens in the shop every few seconds, and `tell` hears of it, until it is stopped. */
export function startShopLife(options: {
  readonly api: ShopifyApi;
  readonly seed: number;
  readonly furnished: readonly LoadedOrder[];
  readonly tell: (sentence: string) => void;
  readonly pauseMs?: readonly [shortest: number, longest: number];
}): ShopLife {
  const { api, furnished, tell, pauseMs = [4000, 8000] } = options;
  const random = randomFrom(options.seed + 1);
  const scene: Scene = {
    api,
    shop: livelyShop.domain,
    random,
    teller: tellerWith(random),
    owed: new Set(
      furnished.flatMap(({ owed, orderId }) => (owed === null || owed === 'soon' ? [] : [orderId])),
    ),
    silent: new Set(
      furnished.flatMap(({ owed, orderId }) => (owed === 'silent-parcel' ? [orderId] : [])),
    ),
    newOrdersLeft: newOrdersAtMost,
    lastNumber: Math.max(...furnished.map(({ order }) => Number(order['order_number']))),
  };
  let left = happeningsAtMost;
  let timer: NodeJS.Timeout;
  const goOn = () => {
    timer = setTimeout(
      () => {
        tell(letSomethingHappen(scene));
        left -= 1;
        if (left > 0) goOn();
        else tell('The shop sleeps now: start the demo again for more.');
      },
      random.between(...pauseMs),
    );
  };
  goOn();
  return {
    stop() {
      clearTimeout(timer);
    },
  };
}

/** The first in a random order, likelier ones sooner, for which there is an order that it can happen to. */
function letSomethingHappen(scene: Scene): string {
  const drawn = happenings
    .map((happening) => ({ happening, at: scene.random.next() ** (1 / happening.weight) }))
    .sort((a, b) => b.at - a.at);
  for (const { happening } of drawn) {
    const told = happening.happen(scene);
    if (told !== null) return told;
  }
  return 'Nothing can happen any more in this shop.';
}
