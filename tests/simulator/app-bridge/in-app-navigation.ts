import type { AdminLink } from './admin-link.ts';

interface Listenable {
  addEventListener: (
    this: EventTarget,
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: AddEventListenerOptions | boolean,
  ) => void;
}

/**
 * A click in the admin's navigation moves the app. Whoever listens to `shopify:navigate` does it (Shopify's Remix
 * package, from the link that the event comes from); without a listener the app's own link is clicked.
 */
export function followNavigation(link: AdminLink): void {
  let isHeard = false;
  const prototype: Listenable = EventTarget.prototype;
  const addListener = prototype.addEventListener;
  prototype.addEventListener = function (type, ...rest) {
    if (type === 'shopify:navigate') isHeard = true;
    addListener.call(this, type, ...rest);
  };
  link.listen((message) => {
    if (message.type !== 'navigate') return;
    const anchor = [
      ...document.querySelectorAll<HTMLAnchorElement>(
        'ui-nav-menu a, s-app-nav a, s-app-nav s-link',
      ),
    ].find((candidate) => candidate.getAttribute('href') === message.href);
    if (!anchor) location.assign(message.href);
    else if (isHeard) anchor.dispatchEvent(new CustomEvent('shopify:navigate', { bubbles: true }));
    else anchor.click();
  });
}
