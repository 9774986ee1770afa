import type { OrderFacts } from '../order-facts.ts';

/** As long as a name is kept. */
export const longestCarrier = 60;

/** Who carries the order's parcels, by the names that Shopify has of them, each once. */
export function carriersOf({ parcels }: Pick<OrderFacts, 'parcels'>): readonly string[] {
  const names = parcels
    .filter(({ status }) => status !== 'CANCELLED')
    .map(({ carrier }) => (carrier ?? '').trim().slice(0, longestCarrier).trim())
    .filter((name) => name !== '');
  return [...new Set(names)].sort();
}
