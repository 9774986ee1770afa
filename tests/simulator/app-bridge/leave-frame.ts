import type { AdminLink } from './admin-link.ts';

const adminUrl = /^shopify:\/*admin(?=[/?#]|$)|^https:\/\/admin\.shopify\.com\/store\//i;

/** Leaves for the admin or for elsewhere: the page around the app goes there. */
export function openUrl(link: AdminLink, url: string, target: string): void {
  link.say({ type: 'open', url, target });
}

/** `window.open` and links that lead to the admin (`shopify:admin/orders/1`) are answered by the page around the app. */
export function watchDepartures(link: AdminLink): void {
  if (link.origin === null) return;
  const plainOpen = window.open.bind(window);
  window.open = (url, target, features) => {
    const address = String(url ?? '');
    if (!adminUrl.test(address)) return plainOpen(url, target, features);
    openUrl(link, address, target ?? '_blank');
    return null;
  };
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return;
    const anchor = event.target.closest('a');
    const address = anchor?.getAttribute('href') ?? '';
    if (!anchor || !adminUrl.test(address)) return;
    event.preventDefault();
    const inNewTab = event.ctrlKey || event.metaKey || event.shiftKey;
    openUrl(link, address, inNewTab ? '_blank' : anchor.target || '_top');
  });
}
