import type { NavItem } from '../../app-bridge/messages.ts';
import { findPart } from './find-part.ts';

export interface AppNavigation {
  show(items: readonly NavItem[]): void;
  /** Marks the entry of the place where the app is: the admin's own address says it. */
  markCurrent(): void;
}

/** The app's own menu, under its name in the admin's navigation. */
export function openNavigation(appPath: string, go: (href: string) => void): AppNavigation {
  const list = findPart('app-nav');
  const appLink = findPart('app-link');

  const markCurrent = (): void => {
    const links = [...list.querySelectorAll('a')];
    const current = links.find(({ pathname }) => pathname === location.pathname);
    for (const link of links) link.ariaCurrent = link === current ? 'page' : null;
    appLink.ariaCurrent = current ? 'true' : 'page';
  };

  return {
    markCurrent,
    show(items) {
      const entries = items
        .filter(({ isHome }) => !isHome)
        .map(({ href, label }) => {
          const link = document.createElement('a');
          link.href = `${appPath}${href}`;
          link.textContent = label;
          link.onclick = going(href);
          const entry = document.createElement('li');
          entry.append(link);
          return entry;
        });
      list.replaceChildren(...entries);
      const home = items.find(({ isHome }) => isHome);
      appLink.onclick = home ? going(home.href) : null;
      markCurrent();
    },
  };

  /** A plain click stays in the page; one for a new tab is the browser's. */
  function going(href: string) {
    return (event: MouseEvent): void => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      go(href);
    };
  }
}
