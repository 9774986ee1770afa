import type { JsonObject } from '../api/json.ts';
import type { ShopSettings } from '../api/shopify-api.ts';
import type { OrderDraft } from './order-draft.ts';
import { owedStories } from './owed-stories.ts';
import { shopCurrency } from './price-order.ts';
import { quietStories } from './quiet-stories.ts';
import { randomFrom } from './random.ts';
import type { Story } from './story.ts';
import { tellerWith } from './teller.ts';
import { tippingStories } from './tipping-stories.ts';
import { writeOrder } from './write-order.ts';

/** A shop that sells things for the home to the whole world. */
export const livelyShop: ShopSettings = {
  domain: 'lanternhill.myshopify.com',
  currency: shopCurrency,
  country: 'US',
  timezone: 'America/Los_Angeles',
};

/** The number of the first order. */
const firstNumber = 1001;

export interface FurnishedOrder {
  readonly story: string;
  readonly owed: Story['owed'];
  /** REST shape. */
  readonly order: JsonObject;
  readonly dispute: OrderDraft['dispute'];
}

/** The orders that the shop has when it opens, oldest first: the same for the same seed and instant. */
export function furnishShop(options: {
  readonly seed: number;
  readonly now: Date;
}): readonly FurnishedOrder[] {
  const { seed, now } = options;
  const random = randomFrom(seed);
  const teller = tellerWith(random);
  return [...owedStories, ...quietStories, ...tippingStories([1, 3, 6, 10])]
    .flatMap((story) => Array.from({ length: story.times }, () => story))
    .map((story) => ({ story, draft: story.tell(teller) }))
    .sort((a, b) => b.draft.placedAgo - a.draft.placedAgo)
    .map(({ story, draft }, index) => ({
      story: story.name,
      owed: story.owed,
      order: writeOrder(draft, firstNumber + index, now),
      dispute: draft.dispute,
    }));
}
