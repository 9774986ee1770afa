import type { OrderFacts } from '../order-facts.ts';

/** The product of a line; null for a line without one, or one that the order does not hold. */
export function skuOf({ lines }: OrderFacts, lineItemId: string): string | null {
  return lines.find((line) => line.lineItemId === lineItemId)?.sku ?? null;
}

/** Whether the SKU is in the merchant's list; a trailing `*` stands for any ending. Case does not matter. */
export function isListed(sku: string | null, list: readonly string[]): boolean {
  if (sku === null) return false;
  const own = sku.toLowerCase();
  return list.some((entry) => {
    const wanted = entry.trim().toLowerCase();
    return wanted.endsWith('*') ? own.startsWith(wanted.slice(0, -1)) : own === wanted;
  });
}
