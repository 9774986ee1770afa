import type { AdminLink } from '../admin-link.ts';
import { observe } from './bar-button.ts';

/** `ui-nav-menu` and `s-app-nav`: invisible in the app, shown in the admin's navigation. */
export function defineNavMenu(link: AdminLink): void {
  const tell = (menu: Element | null): void => {
    const anchors = [...(menu?.querySelectorAll('a, s-link') ?? [])];
    link.say({
      type: 'nav',
      items: anchors.map((anchor) => ({
        href: anchor.getAttribute('href') ?? '',
        label: anchor.textContent.trim(),
        isHome: anchor.getAttribute('rel') === 'home',
      })),
    });
  };

  const base = class extends HTMLElement {
    #stop: (() => void) | null = null;

    connectedCallback(): void {
      tell(this);
      this.#stop = observe(this, () => tell(this));
    }

    disconnectedCallback(): void {
      this.#stop?.();
      tell(null);
    }
  };
  customElements.define('ui-nav-menu', class extends base {});
  customElements.define('s-app-nav', class extends base {});
}
