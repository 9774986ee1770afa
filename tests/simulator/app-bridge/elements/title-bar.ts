import type { AdminLink } from '../admin-link.ts';
import type { BarButtonName } from '../messages.ts';
import { describeButton, describeIfAny, observe, press } from './bar-button.ts';

interface TitleBarParts {
  readonly title: string;
  readonly breadcrumb: Element | null;
  readonly primary: Element | null;
  readonly others: readonly Element[];
}

/** `ui-title-bar` and `s-page`: what the admin shows above the app. The one that came last counts. */
export function defineTitleBar(link: AdminLink): void {
  const present: { readonly parts: () => TitleBarParts }[] = [];

  const tell = (): void => {
    const parts = present.at(-1)?.parts();
    link.say({
      type: 'title-bar',
      bar: parts
        ? {
            title: parts.title,
            breadcrumb: describeIfAny(parts.breadcrumb),
            primary: describeIfAny(parts.primary),
            others: parts.others.map(describeButton),
          }
        : null,
    });
  };

  link.listen((message) => {
    if (message.type !== 'press') return;
    const parts = present.at(-1)?.parts();
    if (parts) press(pressed(parts, message.button));
  });

  const element = (partsOf: (host: HTMLElement) => TitleBarParts): CustomElementConstructor =>
    class extends HTMLElement {
      readonly parts = (): TitleBarParts => partsOf(this);
      #stop: (() => void) | null = null;

      connectedCallback(): void {
        // The title bar of a modal is the modal's.
        if (this.closest('ui-modal')) return;
        present.push(this);
        tell();
        this.#stop = observe(this, tell);
      }

      disconnectedCallback(): void {
        const place = present.indexOf(this);
        if (place === -1) return;
        present.splice(place, 1);
        this.#stop?.();
        tell();
      }
    };
  customElements.define('ui-title-bar', element(partsOfTitleBar));
  customElements.define('s-page', element(partsOfPage));
}

export function partsOfTitleBar(host: Element): TitleBarParts {
  const controls = [...host.querySelectorAll('a, button')];
  const ofVariant = (variant: string): Element | null =>
    controls.find((control) => control.getAttribute('variant') === variant) ?? null;
  const [breadcrumb, primary] = [ofVariant('breadcrumb'), ofVariant('primary')];
  return {
    title: host.getAttribute('title') ?? '',
    breadcrumb,
    primary,
    others: controls.filter((control) => control !== breadcrumb && control !== primary),
  };
}

function partsOfPage(host: Element): TitleBarParts {
  const inSlot = (slot: string): Element[] => [
    ...host.querySelectorAll(`:scope > [slot="${slot}"]`),
  ];
  return {
    title: host.getAttribute('heading') ?? '',
    breadcrumb: inSlot('breadcrumb-actions')[0] ?? null,
    primary: inSlot('primary-action')[0] ?? null,
    others: inSlot('secondary-actions'),
  };
}

function pressed(parts: TitleBarParts, button: BarButtonName): Element | null | undefined {
  if (typeof button === 'object') return parts.others[button.other];
  if (button === 'primary') return parts.primary;
  return button === 'breadcrumb' ? parts.breadcrumb : null;
}
