/** The app's handle in the admin's addresses. */
export const appHandle = 'amends';
export const appName = 'Amends';

/** `demo` of `demo.myshopify.com`. */
export function storeName(shop: string): string {
  return shop.replace(/\.myshopify\.com$/, '');
}

export function storePath(shop: string): string {
  return `/store/${storeName(shop)}`;
}

/** Where the admin shows the app, at a path of the app (query and hash included). */
export function appPagePath(shop: string, path: string, locale: string): string {
  const url = new URL(path, 'http://app');
  if (locale !== 'en') url.searchParams.set('locale', locale);
  return `${storePath(shop)}/apps/${appHandle}${url.pathname}${url.search}${url.hash}`;
}
