import type { OrderFacts } from '../order-facts.ts';
import type { LinePart } from '../remedy/stake.ts';
import type { Telling } from './tellings.ts';

/** The lines that the tellings are about, each with the most that was told of it; none when any is about the whole order. */
export function toldLines(tellings: readonly Telling[]): readonly LinePart[] {
  if (tellings.every(({ lines }) => lines.length === 0)) return [];
  const most = new Map<LinePart['lineItemId'], number>();
  for (const { lineItemId, quantity } of tellings.flatMap(({ lines }) => lines)) {
    most.set(lineItemId, Math.max(quantity, most.get(lineItemId) ?? 0));
  }
  return [...most].map(([lineItemId, quantity]) => ({ lineItemId, quantity }));
}

/** The lines that were told of; where nobody named any, all that was shipped and is not given back yet. */
export function linesAtStake(order: OrderFacts, tellings: readonly Telling[]): readonly LinePart[] {
  const told = toldLines(tellings);
  if (told.length > 0) return told;
  return order.lines
    .filter(({ isGiftCard }) => !isGiftCard)
    .map((line) => ({
      lineItemId: line.lineItemId,
      quantity: Math.max(0, line.currentQuantity - line.unfulfilledQuantity),
    }));
}
