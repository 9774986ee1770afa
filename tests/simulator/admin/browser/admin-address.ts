/**
 * Where a URL leads that the app opens outside of its frame: `shopify:admin/…` and the admin's real address are places
 * of this admin.
 */
export function adminAddress(url: string, storePath: string, base: string): string {
  const [, inStore] = /^shopify:\/*admin(?:\/(.*))?$/i.exec(url) ?? [];
  if (/^shopify:/i.test(url)) return `${storePath}/${inStore ?? ''}`;
  const absolute = new URL(url, base);
  if (absolute.hostname === 'admin.shopify.com') {
    return `${absolute.pathname}${absolute.search}${absolute.hash}`;
  }
  if (!/^https?:$/.test(absolute.protocol)) throw new Error(`refused to open ${url}`);
  return absolute.href;
}
