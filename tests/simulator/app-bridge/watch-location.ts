import type { AdminLink } from './admin-link.ts';

/** Tells the admin at which path the app is, so that its own address says so and a reload comes back here. */
export function watchLocation(link: AdminLink): void {
  let told = '';
  const tell = (): void => {
    const path = `${location.pathname}${location.search}${location.hash}`;
    if (`${path} ${document.title}` === told) return;
    told = `${path} ${document.title}`;
    link.say({ type: 'location', path, title: document.title });
  };
  for (const name of ['pushState', 'replaceState'] as const) {
    const change = history[name].bind(history);
    history[name] = (...state) => {
      change(...state);
      tell();
    };
  }
  window.addEventListener('popstate', tell);
  window.addEventListener('hashchange', tell);
  window.addEventListener('pageshow', tell);
  document.addEventListener('DOMContentLoaded', () => {
    tell();
    new MutationObserver(tell).observe(document.head, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
}
