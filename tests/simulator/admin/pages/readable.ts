/** `PARTIALLY_REFUNDED` as `Partially refunded`. Shopify's values stay English: they are what the API says. */
export function readable(value: string): string {
  const text = value.toLowerCase().replaceAll('_', ' ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
