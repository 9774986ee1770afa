/** Whether the SKU is in the merchant's list; a trailing `*` stands for any ending. Case does not matter. */
export function isListed(sku: string | null, list: readonly string[]): boolean {
  if (sku === null) return false;
  const own = sku.toLowerCase();
  return list.some((entry) => {
    const wanted = entry.trim().toLowerCase();
    return wanted.endsWith('*') ? own.startsWith(wanted.slice(0, -1)) : own === wanted;
  });
}
