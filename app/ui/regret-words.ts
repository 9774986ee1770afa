import { ownWordsOf, type OwnWords } from '../domain/messages/own-words.ts';
import { fillIn, leftOpen, type Fillings } from '../domain/messages/variables.ts';
import type { Money } from '../domain/money.ts';
import type { Instant } from '../domain/time.ts';
import { dayWords, moneyWords } from './format.ts';
import type { Words } from './words.ts';

export const regretWishes = ['pay-back', 'keep'] as const;
export type RegretWish = (typeof regretWishes)[number];

/** A refund whose parcel came after all. */
interface Regretted {
  readonly orderName: string;
  readonly amount: Money;
  readonly deliveredAt: Instant;
}

/** The message to the buyer about it, in the language of the words: the merchant's own, or ours. */
export function regretWords(
  wish: RegretWish,
  about: Regretted,
  words: Words,
  own: OwnWords,
): string {
  const text = ownWordsOf(own, `regret-${wish}`, words.language) ?? ourRegret(wish, words);
  return fillIn(text, regretFillings(about, words));
}

/** Our text of it, with its variables left open. */
export function ourRegret(wish: RegretWish, { t }: Words): string {
  return t(`regret.message-${wish}`, leftOpen(['order', 'amount', 'day']));
}

export function regretFillings(
  { orderName, amount, deliveredAt }: Regretted,
  words: Words,
): Fillings {
  return {
    order: orderName,
    amount: moneyWords(amount, words),
    day: dayWords(deliveredAt, words),
  };
}
